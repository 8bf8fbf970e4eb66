package dev.sluice.router.http;

import dev.sluice.metrics.EndpointMeter.Flow;
import dev.sluice.metrics.Statuses;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.Upstream;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One admitted request and its answer: waits for a place at an instance, has a connection, sends, relays the answer,
 * and gives everything back exactly once, in {@link #end}. For its event loop only.
 *
 * <p>A request is tried again in two cases only, each once. No connection could be made: on another instance of the
 * same deployment. A kept connection was closed by the instance before a byte of the answer came: on a new connection
 * to the same instance, if the request is GET, HEAD or OPTIONS without a body. Any other request may have been worked
 * on already, and is not repeated.
 */
class Exchange extends Deadlines.Timed implements AnswerListener {

    private static final int CLIENT_CLOSED_REQUEST = 499;

    private enum Stage {
        WAITING,
        CONNECTING,
        SENT,
        ANSWERING,
        OVER
    }

    private final Call call;
    private final ClientHandler client;
    private final ClientAnswers answers;
    private final Worker worker;
    private final Routes routes;
    private final Decision decision;
    private final RequestBody body;
    private final Witness witness;
    private final String target;
    private final long begun;
    private DeploymentRoute route;
    private Stage stage = Stage.WAITING;
    private @Nullable Waiting waiting;
    private @Nullable Upstream place;
    private @Nullable UpstreamConnection connection;
    private boolean retried;
    private boolean keepsConnection;
    private int status;
    private int modelStatus;
    private long entered;
    private long sent;

    Exchange(Call call, Worker worker, Routes routes, Decision decision, RequestBody body, Witness witness) {
        this.call = call;
        this.client = call.client();
        this.answers = client.answers();
        this.worker = worker;
        this.routes = routes;
        this.decision = decision;
        this.body = body;
        this.witness = witness;
        this.target = call.request().uri();
        this.route = decision.route();
        this.begun = worker.now();
    }

    void start() {
        worker.deadlines().watch(this, deadline());
        seekPlace();
    }

    long deadline() {
        return begun + route.requests().timeout().toNanos();
    }

    // --- what the client does ---

    void body(HttpContent content) {
        decision.endpoint().meter().passed(Flow.REQUEST, content.content().readableBytes());
        if (!body.add(content)) {
            refuse(Refusal.BODY_TOO_LARGE);
        }
    }

    /** The client has sent all it had for now. */
    void clientPauses() {
        if (connection != null) {
            connection.flush();
        }
    }

    void clientWritable() {
        if (connection != null) {
            connection.resumeReading();
        }
    }

    void clientGone() {
        end(CLIENT_CLOSED_REQUEST, Statuses.NO_MODEL);
    }

    // --- a place at an instance ---

    private void seekPlace() {
        var free = route.gate().line().isEmpty() ? route.takePlace(worker.nextTurn()) : Optional.<Upstream>empty();
        if (free.isPresent()) {
            enter(free.get());
        } else {
            stage = Stage.WAITING;
            waiting = new Waiting(this, worker, route);
            waiting.join(routes, decision.endpoint());
        }
    }

    /** At an instance whose gate it has entered. */
    void enter(Upstream upstream) {
        stage = Stage.CONNECTING;
        place = upstream;
        entered = worker.now();
        worker.pool(upstream).lease(this);
    }

    // --- what the instance does ---

    /** What the instance does with the request is measured from here on. */
    void requestIsSent() {
        sent = worker.now();
    }

    @Override
    public void connected(UpstreamConnection made) {
        if (stage != Stage.CONNECTING || place == null) {
            made.cut();
            return;
        }
        stage = Stage.SENT;
        connection = made;
        requestIsSent();
        answers.answerExpect();
        call.request().setUri(place.targetFor(target));
        made.write(call.request());
        body.sendTo(made);
        made.flush();
    }

    @Override
    public void unreachable() {
        if (stage != Stage.CONNECTING || place == null) {
            return;
        }
        var unreached = place;
        place = null;
        route.giveBack(unreached);
        route = route.without(unreached);
        if (retried || route.upstreams().isEmpty()) {
            refuse(Refusal.NOT_READY);
        } else {
            retried = true;
            seekPlace();
        }
    }

    @Override
    public void head(HttpResponse head) {
        stage = Stage.ANSWERING;
        modelStatus = head.status().code();
        witness.answers(head);
        keepsConnection = AnswerHead.keepsConnection(head, call.request().method());
        long modelTook = worker.now() - sent;
        AnswerHead.rewrite(head, call.trace(), route.name().text(), modelTook);
        if (call.request().headers().contains(Names.TIMING)) {
            AnswerHead.tellTiming(head.headers(), sent - begun, modelTook);
        }
        status = head.status().code();
        answer(head);
    }

    void answer(HttpResponse head) {
        answers.answer(head);
    }

    @Override
    public void content(HttpContent content) {
        decision.endpoint().meter().passed(Flow.ANSWER, content.content().readableBytes());
        witness.answered(content);
        if (content instanceof LastHttpContent last) {
            HopByHop.stripTrailers(last.trailingHeaders());
            leaveInstance();
            end(status, modelStatus);
            answer(last);
        } else {
            answers.answer(content);
            if (!answers.isWritable()) {
                holdAnswer();
            }
        }
    }

    void answer(LastHttpContent last) {
        answers.end(last);
    }

    void holdAnswer() {
        if (connection != null) {
            connection.holdReading();
        }
    }

    /** All of the answer has come: the instance has nothing more to do with this request. */
    void leaveInstance() {
        if (keepsConnection && body.isWhole() && connection != null) {
            connection.giveBack();
            connection = null;
        } else {
            body.drop();
        }
        cutOff();
    }

    @Override
    public void pause() {
        answers.flush();
    }

    @Override
    public void writable() {
        body.resume();
    }

    @Override
    public void broken() {
        boolean wasReused = connection != null && connection.isReused();
        connection = null;
        if (stage == Stage.SENT && wasReused && !retried && body.isEmpty() && call.changesNothing() && place != null) {
            retried = true;
            stage = Stage.CONNECTING;
            worker.pool(place).leaseNew(this);
        } else {
            refuse(Refusal.BROKE_OFF);
        }
    }

    // --- the end ---

    @Override
    void expire() {
        refuse(Refusal.TIMED_OUT);
    }

    /** Answers in the model's place; when its answer has begun already, all that can be done is to cut it short. */
    void refuse(Refusal refusal) {
        boolean hasBegun = stage == Stage.ANSWERING;
        end(refusal.status().code(), refusal.modelStatus());
        if (hasBegun) {
            answers.cut();
        } else {
            call.refused(refusal, route.name().text());
        }
    }

    private void end(int told, int answered) {
        if (stage == Stage.OVER) {
            return;
        }
        if (stage == Stage.WAITING && waiting != null) {
            waiting.quit();
        }
        stage = Stage.OVER;
        worker.deadlines().forget(this);
        cutOff();
        route.gate().leave();
        body.drop();
        settle(told, answered);
        client.exchangeIsOver();
    }

    /** Gives back the place, and closes a connection that could not be given back. */
    private void cutOff() {
        if (connection != null) {
            connection.cut();
            connection = null;
        }
        if (place != null) {
            route.meter().worked(worker.now() - entered);
            route.giveBack(place);
            place = null;
        }
    }

    /** Tells what came of it. Called once. */
    void settle(int told, int answered) {
        decision.record(told, answered, worker.now() - begun);
        witness.over();
    }
}
