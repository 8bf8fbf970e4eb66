package dev.sluice.router.http;

import io.netty.handler.codec.http.HttpContent;

/** Takes a copy of a request's body as it passes by; never takes it over, never holds it up. */
interface Tap {

    /** For the requests that are not copied. */
    Tap NONE = new Tap() {
        @Override
        public void passes(HttpContent content) {}

        @Override
        public void breaksOff() {}
    };

    /** Both of them, one after the other. */
    static Tap both(Tap one, Tap other) {
        return new Tap() {
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
        };
    }

    void passes(HttpContent content);

    /** The rest of the body will not come. No effect if all of it has come. */
    void breaksOff();
}
