package dev.sluice.router.http;

import dev.sluice.router.AnswerPair;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Optional;

/**
 * The live answer to a request that is copied: its beginning is kept, to be compared with the shadow's. What is compressed
 * is not looked into. For the live request's event loop only.
 */
final class AnswerTap implements Witness {

    private final MirrorLane lane;
    private final MirrorCopy copy;
    private final AnswerBody body = new AnswerBody();
    private int status;
    private boolean encoded;
    private boolean whole;

    private AnswerTap(MirrorLane lane, MirrorCopy copy) {
        this.lane = lane;
        this.copy = copy;
    }

    /** Of a request that changes nothing none: it asks for a description or for health, which say nothing of the model. */
    static Witness of(MirrorLane lane, MirrorCopy copy) {
        if (Call.changesNothing(copy.head())) {
            return NONE;
        }
        if (!lane.room().takeAnswer()) {
            lane.liveAnswered(copy, Optional.empty());
            return NONE;
        }
        return new AnswerTap(lane, copy);
    }

    @Override
    public void answers(HttpResponse head) {
        status = head.status().code();
        encoded = head.headers().contains(HttpHeaderNames.CONTENT_ENCODING);
    }

    @Override
    public void answered(HttpContent content) {
        body.add(content.content());
        whole |= content instanceof LastHttpContent;
    }

    @Override
    public void over() {
        var said = new AnswerPair.Said(status, body.kept(), body.size());
        lane.room().giveBackAnswer();
        lane.liveAnswered(copy, whole && !encoded ? Optional.of(said) : Optional.empty());
    }
}
