package dev.sluice.router.http;

import dev.sluice.router.Collector;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;

/** Sees a request and its answer pass by; never takes a part over, never holds one up. */
interface Witness {

    /** For the requests that nobody wants to see. */
    Witness NONE = new Witness() {};

    /** The collector's of {@code request}, whose head is as the model is to see it; of most, {@link #NONE}. */
    static Witness of(Collector collector, HttpRequest request) {
        return collector.samplesNext() ? new Recording(collector, request) : NONE;
    }

    /** Both of them, one after the other. */
    static Witness both(Witness one, Witness other) {
        if (one == NONE) {
            return other;
        }
        return other == NONE ? one : new BothWitnesses(one, other);
    }

    /** A part of the request's body. */
    default void passes(HttpContent content) {}

    /** The rest of the request's body will not come. No effect if all of it has come. */
    default void breaksOff() {}

    /** The model answers; the head is as it came. */
    default void answers(HttpResponse head) {}

    /** A part of the answer's body. */
    default void answered(HttpContent content) {}

    /** Nothing more will come of either. Called once. */
    default void over() {}
}
