package dev.sluice.control.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/** Waits for an answer that is of use only when it is whole. For the courier's thread only. */
final class WholeAnswer implements Line.Exchange {

    /** More than the largest answer, which is that of a model, in base64. */
    private static final int LARGEST = 64 << 20;

    private final HeadReader reader = new HeadReader();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final CompletableFuture<Reply> reply;

    /** @param reply to be completed */
    WholeAnswer(CompletableFuture<Reply> reply) {
        this.reply = reply;
    }

    @Override
    public void received(ByteBuffer bytes) throws IOException {
        reader.read(bytes);
        body.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        if (body.size() > LARGEST) {
            throw new IOException("the answer is larger than " + (LARGEST >> 20) + " MiB");
        }
        reader.head().filter(head -> head.length().orElse(-1) == body.size()).ifPresent(this::complete);
    }

    @Override
    public void ended() throws IOException {
        var head = reader.head().orElseThrow(() -> new IOException("it has ended without an answer"));
        if (body.size() != head.length().orElse(body.size())) {
            throw new IOException("it has ended in the middle of its answer");
        }
        complete(head);
    }

    private void complete(HeadReader.Head head) {
        var answer = new Reply(head.status(), body.toByteArray());
        reply.complete(
                head.shown().isPresent()
                        ? answer.with(
                                Milestones.FIELD, Long.toString(head.shown().getAsLong()))
                        : answer);
    }

    @Override
    public void failed(IOException why) {
        reply.completeExceptionally(why);
    }
}
