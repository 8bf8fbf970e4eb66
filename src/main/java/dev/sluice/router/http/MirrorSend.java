package dev.sluice.router.http;

import dev.sluice.metrics.MirrorMeter.Outcome;
import dev.sluice.metrics.ShadowAnswer;
import dev.sluice.metrics.Statuses;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.RouteTable;
import dev.sluice.router.Upstream;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One copy in flight: sent to the shadow as it comes, its answer measured; its beginning is kept for who wants to see it.
 * For the lane's event loop only.
 */
final class MirrorSend extends Deadlines.Timed implements AnswerListener {

    private final MirrorLane lane;
    private final Worker worker;
    private final MirrorCopy copy;
    private final DeploymentRoute shadow;
    private final long begun;
    private @Nullable Upstream place;
    private @Nullable UpstreamConnection connection;
    private Witness witness = Witness.NONE;
    private boolean sent;
    private boolean keepsConnection;
    private boolean over;
    private final KeptAnswer answer = new KeptAnswer();
    private String contentType = "";

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
        long left = copy.deadline() - begun;
        worker.deadlines()
                .watch(this, begun + Math.min(shadow.requests().timeout().toNanos(), left));
        copy.sentBy(this);
        worker.pool(entered).lease(this);
    }

    @Override
    public void connected(UpstreamConnection made) {
        if (over || place == null) {
            made.cut();
            return;
        }
        connection = made;
        witness = Witness.of(shadow.collector(), copy.head());
        copy.head().setUri(place.targetFor(copy.head().uri()));
        made.write(copy.head());
        writable();
    }

    /** The shadow takes more, or there is more to take: what it cannot take at once stays with the copy. */
    @Override
    public void writable() {
        if (connection == null) {
            return;
        }
        while (copy.hasNext() && connection.isWritable()) {
            write(connection, copy.next());
        }
        connection.flush();
    }

    private void write(UpstreamConnection to, HttpContent part) {
        sent = part instanceof LastHttpContent;
        witness.passes(part);
        int size = part.content().capacity();
        to.write(part, gone -> lane.room().giveBackBytes(size));
    }

    @Override
    public void unreachable() {
        if (!over) {
            lane.broke(copy.target());
            fail();
        }
    }

    /** There is nobody to send it to, or nobody who takes connections. */
    void fail() {
        end(Outcome.FAILED, HttpResponseStatus.SERVICE_UNAVAILABLE.code(), Statuses.NO_MODEL);
    }

    @Override
    public void head(HttpResponse head) {
        answer.begins(head);
        witness.answers(head);
        keepsConnection = AnswerHead.keepsConnection(head, copy.head().method());
        contentType = head.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
    }

    @Override
    public void content(HttpContent content) {
        copy.answered(content.content().readableBytes());
        answer.add(content);
        witness.answered(content);
        content.release();
        if (content instanceof LastHttpContent) {
            if (sent && keepsConnection && connection != null) {
                connection.giveBack();
                connection = null;
            }
            lane.answered(copy.target());
            copy.answeredWith(given(), answer.said());
            int status = answer.status();
            end(status < HttpResponseStatus.BAD_REQUEST.code() ? Outcome.ANSWERED : Outcome.FAILED, status, status);
        }
    }

    private ShadowAnswer.Given given() {
        var took = Duration.ofNanos(worker.now() - begun);
        return new ShadowAnswer.Given(
                shadow.name(), answer.status(), took, contentType, answer.beginning(), answer.size());
    }

    @Override
    public void pause() {}

    @Override
    public void broken() {
        connection = null;
        lane.broke(copy.target());
        end(Outcome.RESET, HttpResponseStatus.BAD_GATEWAY.code(), Statuses.NO_MODEL);
    }

    @Override
    void expire() {
        end(Outcome.TIMED_OUT, HttpResponseStatus.REQUEST_TIMEOUT.code(), Statuses.NO_MODEL);
    }

    /** Whether its shadow is still there and still one. */
    boolean isWanted(RouteTable table) {
        return copy.target().route(table).isPresent();
    }

    /** Cuts it short. The shadow had no part in that, so its meter does not hear of it. */
    void abandon(Outcome outcome) {
        if (!over) {
            finish(outcome);
        }
    }

    private void end(Outcome outcome, int told, int answered) {
        if (!over) {
            shadow.meter().recordMirrored(told, answered, worker.now() - begun);
            finish(outcome);
        }
    }

    private void finish(Outcome outcome) {
        over = true;
        witness.over();
        worker.deadlines().forget(this);
        if (connection != null) {
            connection.cut();
            connection = null;
        }
        if (place != null) {
            shadow.meter().worked(worker.now() - begun);
            shadow.giveBack(place);
            place = null;
        }
        copy.end(outcome);
        lane.over(this);
    }
}
