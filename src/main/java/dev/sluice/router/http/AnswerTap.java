package dev.sluice.router.http;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import java.util.Optional;

/** Keeps the live answer to a request that is copied, to be compared with the shadow's. For the live request's event loop only. */
final class AnswerTap implements Witness {

    private final MirrorLane lane;
    private final MirrorCopy copy;
    private final KeptAnswer answer = new KeptAnswer();

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
        answer.begins(head);
    }

    @Override
    public void answered(HttpContent content) {
        answer.add(content);
    }

    @Override
    public void over() {
        lane.room().giveBackAnswer();
        lane.liveAnswered(copy, answer.said());
    }
}
