package dev.sluice.router.http;

import dev.sluice.router.AnswerPair;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Optional;

/**
 * The live answer to a request that is copied: its beginning is kept, to be compared with the shadow's. There are no more of
 * these than copies may be, so what they hold is bounded. For the live request's event loop only.
 */
final class AnswerTap implements Witness {

    private final MirrorLane lane;
    private final MirrorCopy copy;
    private final AnswerBody body = new AnswerBody();
    private int status;
    private boolean whole;

    AnswerTap(MirrorLane lane, MirrorCopy copy) {
        this.lane = lane;
        this.copy = copy;
    }

    @Override
    public void answers(HttpResponse head) {
        status = head.status().code();
    }

    @Override
    public void answered(HttpContent content) {
        body.add(content.content());
        whole |= content instanceof LastHttpContent;
    }

    @Override
    public void over() {
        var said = new AnswerPair.Said(status, body.kept(), body.size());
        lane.liveAnswered(copy, whole ? Optional.of(said) : Optional.empty());
    }
}
