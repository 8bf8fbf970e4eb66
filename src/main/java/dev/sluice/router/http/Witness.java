package dev.sluice.router.http;

import dev.sluice.router.Collector;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;

/** Sees a request and its answer pass by, for the data collector; never takes a part over, never holds one up. */
interface Witness extends Tap {

    /** For the requests of which nothing is kept. */
    Witness NONE = new Witness() {
        @Override
        public void passes(HttpContent content) {}

        @Override
        public void breaksOff() {}

        @Override
        public void answers(HttpResponse head) {}

        @Override
        public void answered(HttpContent content) {}

        @Override
        public void over() {}
    };

    /** The witness of {@code request}, whose head is as the model is to see it; of most, {@link #NONE}. */
    static Witness of(Collector collector, HttpRequest request) {
        return collector.samplesNext() ? new Recording(collector, request) : NONE;
    }

    /** The model answers; the head is as it came. */
    void answers(HttpResponse head);

    void answered(HttpContent content);

    /** Nothing more will come of either. Called once. */
    void over();
}
