package dev.sluice.router.http;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * An exchange at an endpoint whose bandwidth is limited: both bodies pass at its pace, and the client is told how long
 * that has held them up. The time that they are held up is not the model's: the request's deadline moves on by it. The
 * instance is left as soon as its answer has come, whenever the client gets it. For its event loop only.
 */
final class DelayedExchange extends Exchange {

    private final Call call;
    private final Worker worker;
    private final Decision decision;
    private final Pace request;
    private final Pace answer;

    DelayedExchange(Call call, Worker worker, Routes routes, Decision decision, RequestBody body, Witness witness) {
        super(call, worker, routes, decision, body, witness);
        this.call = call;
        this.worker = worker;
        this.decision = decision;
        var bandwidth = decision.endpoint().bandwidth();
        request = new Pace(worker, bandwidth, new ToInstance());
        answer = new Pace(worker, bandwidth, new ToClient());
    }

    @Override
    void body(HttpContent content) {
        request.add(content);
    }

    @Override
    public void content(HttpContent content) {
        if (content instanceof LastHttpContent) {
            leaveInstance();
        }
        answer.add(content);
    }

    @Override
    void answer(HttpResponse head) {
        super.answer(tellsDelays() ? DelayTrailers.announce(head) : head);
    }

    @Override
    void answer(LastHttpContent last) {
        super.answer(tellsDelays() ? DelayTrailers.tell(last, request.delayed(), answer.delayed()) : last);
    }

    private boolean tellsDelays() {
        return call.client().answers().takeTrailers();
    }

    @Override
    long deadline() {
        return super.deadline() + request.delayed() + answer.delayed();
    }

    @Override
    void expire() {
        if (deadline() - worker.now() > 0) {
            worker.deadlines().watch(this, deadline());
        } else {
            super.expire();
        }
    }

    @Override
    void settle(int told, int answered) {
        request.drop();
        this.answer.drop();
        super.settle(told, answered);
        decision.route().meter().delays().record(request.delayed(), answer.delayed());
    }

    private final class ToInstance implements Pace.Stream {

        @Override
        public void pass(HttpContent part) {
            DelayedExchange.super.body(part);
            if (part instanceof LastHttpContent) {
                requestIsSent();
            }
        }

        @Override
        public void flush() {
            clientPauses();
        }

        @Override
        public void hold() {
            call.client().permit().hold(ReadPermit.Holder.BANDWIDTH);
        }

        @Override
        public void resume() {
            call.client().permit().release(ReadPermit.Holder.BANDWIDTH);
        }
    }

    private final class ToClient implements Pace.Stream {

        @Override
        public void pass(HttpContent part) {
            DelayedExchange.super.content(part);
        }

        @Override
        public void flush() {
            pause();
        }

        @Override
        public void hold() {
            holdAnswer();
        }

        @Override
        public void resume() {
            if (call.client().answers().isWritable()) {
                clientWritable();
            }
        }
    }
}
