package dev.sluice.router.http;

import dev.sluice.metrics.MirrorMeter.Outcome;
import dev.sluice.metrics.Statuses;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.Upstream;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/** One copy in flight: sent to the shadow, its answer measured and thrown away. For the lane's event loop only. */
final class MirrorSend extends Deadlines.Timed implements AnswerListener {

    private final MirrorLane lane;
    private final Worker worker;
    private final MirrorCopy copy;
    private final DeploymentRoute shadow;
    private final long begun;
    private @Nullable Upstream place;
    private @Nullable UpstreamConnection connection;
    private boolean keepsConnection;
    private boolean over;
    private int status;

    MirrorSend(MirrorLane lane, Worker worker, MirrorCopy copy, DeploymentRoute shadow) {
        this.lane = lane;
        this.worker = worker;
        this.copy = copy;
        this.shadow = shadow;
        this.begun = worker.now();
    }

    /** @param entered whose gate it has entered */
    void start(Upstream entered) {
        place = entered;
        long left = copy.sampled() + lane.limits().deadline().toNanos() - begun;
        worker.deadlines()
                .watch(this, begun + Math.min(shadow.requests().timeout().toNanos(), left));
        worker.pool(entered).lease(this);
    }

    @Override
    public void connected(UpstreamConnection made) {
        if (over) {
            made.cut();
            return;
        }
        connection = made;
        made.write(copy.request());
        made.flush();
    }

    @Override
    public void unreachable() {
        end(Outcome.FAILED, HttpResponseStatus.SERVICE_UNAVAILABLE.code(), Statuses.NO_MODEL);
    }

    @Override
    public void head(HttpResponse head) {
        status = head.status().code();
        keepsConnection = AnswerHead.keepsConnection(head, copy.method());
    }

    @Override
    public void content(HttpContent content) {
        copy.answered(content.content().readableBytes());
        content.release();
        if (content instanceof LastHttpContent) {
            if (keepsConnection && connection != null) {
                connection.giveBack();
                connection = null;
            }
            end(status < HttpResponseStatus.BAD_REQUEST.code() ? Outcome.ANSWERED : Outcome.FAILED, status, status);
        }
    }

    @Override
    public void pause() {}

    @Override
    public void writable() {}

    @Override
    public void broken() {
        end(Outcome.RESET, HttpResponseStatus.BAD_GATEWAY.code(), Statuses.NO_MODEL);
    }

    @Override
    void expire() {
        end(Outcome.TIMED_OUT, HttpResponseStatus.REQUEST_TIMEOUT.code(), Statuses.NO_MODEL);
    }

    private void end(Outcome outcome, int told, int answered) {
        if (over) {
            return;
        }
        over = true;
        worker.deadlines().forget(this);
        if (connection != null) {
            connection.cut();
            connection = null;
        }
        if (place != null) {
            shadow.giveBack(place);
            place = null;
        }
        shadow.meter().recordMirrored(told, answered, worker.now() - begun);
        copy.end(outcome);
        lane.over(this);
    }
}
