package dev.sluice.router.http;

import dev.sluice.metrics.EndpointMeter.Flow;
import dev.sluice.metrics.MirrorMeter;
import dev.sluice.metrics.ShadowAnswer;
import dev.sluice.router.AnswerPair;
import dev.sluice.router.EndpointRoute;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A live request's copy: its head, and what has come of its body and the shadow has not taken yet. It ends exactly once,
 * in one outcome of the endpoint's ledger. Made on the live request's event loop; from {@link MirrorLane#submit} on it
 * belongs to the lane's, but for {@link #isOver}, which is for any thread.
 */
final class MirrorCopy extends Deadlines.Timed {

    private final MirrorLane lane;
    private final EndpointRoute sampledBy;
    private final MirrorTarget target;
    private final HttpRequest head;
    private final Pairing pairing;
    private final long sampled;
    private final Queue<HttpContent> parts = new ArrayDeque<>(2);
    private @Nullable MirrorSend send;
    private @Nullable ShadowAnswer known;
    private long due;
    private volatile boolean over;

    /**
     * @param live its head as the instance is to see it
     * @param sampled when it was admitted
     */
    MirrorCopy(MirrorLane lane, EndpointRoute sampledBy, MirrorTarget target, HttpRequest live, long sampled) {
        this.lane = lane;
        this.sampledBy = sampledBy;
        this.target = target;
        this.head = headOf(live);
        this.pairing = new Pairing(head.headers().get(Names.REQUEST_ID), sampledBy.agreement(), lane.comparer());
        this.sampled = sampled;
    }

    HttpRequest head() {
        return head;
    }

    /** What is said to it, there and here. */
    Pairing pairing() {
        return pairing;
    }

    /** When it must be over. */
    long deadline() {
        return sampled + lane.limits().deadline().toNanos();
    }

    MirrorTarget target() {
        return target;
    }

    /** Takes {@code part} over, and sends it on if there is where to. */
    void add(HttpContent part) {
        if (over) {
            drop(part);
            return;
        }
        parts.add(part);
        if (send != null) {
            send.writable();
        }
    }

    /** The lane has it: from now on it can be asked what becomes of it. */
    void admitted() {
        tell(new ShadowAnswer.Awaited(target.deployment()));
    }

    /** All of the shadow's answer has come. */
    void answeredWith(ShadowAnswer.Given answer, Optional<AnswerPair.Said> said) {
        tell(answer);
        pairing.shadow(said);
    }

    private void tell(ShadowAnswer newer) {
        known = newer;
        sampledBy.mirrorMeter().answers().put(head.headers().get(Names.REQUEST_ID), newer);
    }

    /** From now on it is sent as it comes. */
    void sentBy(MirrorSend sender) {
        send = sender;
    }

    boolean hasNext() {
        return !parts.isEmpty();
    }

    /** Whoever takes it gives its room back with it. */
    HttpContent next() {
        var part = parts.remove();
        sampledBy.meter().passed(Flow.MIRRORED_REQUEST, part.content().readableBytes());
        return part;
    }

    boolean isOver() {
        return over;
    }

    /** Wherever it stands, on the lane's event loop. No effect if it is over. */
    void cut(MirrorMeter.Outcome outcome) {
        if (send != null) {
            send.abandon(outcome);
        } else if (!over) {
            lane.drop(this, outcome);
        }
    }

    /** It has waited too long. */
    @Override
    void expire() {
        lane.drop(this, MirrorMeter.Outcome.DROPPED_QUEUE);
    }

    /** So many bytes more of the shadow's answer have come. */
    void answered(int bytes) {
        sampledBy.meter().passed(Flow.MIRRORED_ANSWER, bytes);
    }

    /** Its first part takes bandwidth of the endpoint's, behind the live request's; when there is some, it is due. */
    void begins(HttpContent part, long now) {
        due = now + sampledBy.bandwidth().reserve(part.content().readableBytes(), now);
    }

    /** A further part takes its bandwidth too, but does not wait for it. */
    void goesOn(HttpContent part, long now) {
        sampledBy.bandwidth().reserve(part.content().readableBytes(), now);
    }

    /** There is bandwidth for it. */
    boolean isDue(long now) {
        return due - now <= 0;
    }

    void end(MirrorMeter.Outcome outcome) {
        over = true;
        if (known instanceof ShadowAnswer.Awaited) {
            tell(new ShadowAnswer.Missed(target.deployment(), outcome));
        }
        parts.forEach(this::drop);
        parts.clear();
        lane.room().giveBackCopy();
        sampledBy.mirrorMeter().ended(outcome);
    }

    private void drop(HttpContent part) {
        lane.room().giveBackBytes(part.content().capacity());
        sampledBy.bandwidth().giveBack(part.content().readableBytes());
        part.release();
    }

    /** Credentials have gone from the live one already, but for cookies. */
    private static HttpRequest headOf(HttpRequest live) {
        var headers = live.headers().copy().remove(HttpHeaderNames.COOKIE).set(Names.MIRRORED, "true");
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, live.method(), live.uri(), headers);
    }
}
