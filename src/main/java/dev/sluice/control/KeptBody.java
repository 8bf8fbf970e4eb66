package dev.sluice.control;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes an answer's body and keeps its beginning: a model that never ends must not fill the memory. Used once. */
final class KeptBody implements BodySubscriber<KeptBody.Content> {

    /** What was kept, and how many bytes there were. */
    record Content(byte[] kept, long size) {}

    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final CompletableFuture<Content> content = new CompletableFuture<>();
    private long size;

    KeptBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<Content> getBody() {
        return content;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (var part : parts) {
            size += part.remaining();
            var taken = new byte[Math.min(part.remaining(), most - kept.size())];
            part.get(taken);
            kept.write(taken, 0, taken.length);
        }
    }

    @Override
    public void onError(Throwable failure) {
        content.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        content.complete(new Content(kept.toByteArray(), size));
    }
}
