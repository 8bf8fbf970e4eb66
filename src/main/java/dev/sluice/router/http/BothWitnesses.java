package dev.sluice.router.http;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;

/** Two who see the same, one after the other. */
record BothWitnesses(Witness one, Witness other) implements Witness {

    @Override
    public void passes(HttpContent content) {
        one.passes(content);
        other.passes(content);
    }

    @Override
    public void breaksOff() {
        one.breaksOff();
        other.breaksOff();
    }

    @Override
    public void answers(HttpResponse head) {
        one.answers(head);
        other.answers(head);
    }

    @Override
    public void answered(HttpContent content) {
        one.answered(content);
        other.answered(content);
    }

    @Override
    public void over() {
        one.over();
        other.over();
    }
}
