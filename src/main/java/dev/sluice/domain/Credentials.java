package dev.sluice.domain;

import java.time.Instant;

/** What a caller shows to an endpoint, as {@code Authorization: Bearer ...} (reference section 6). */
public sealed interface Credentials {

    /** The one to use now. */
    Secret bearer();

    /** Two keys, so that one can be changed while callers use the other. Keys do not expire. */
    record Keys(Secret primary, Secret secondary) implements Credentials {
        @Override
        public Secret bearer() {
            return primary;
        }
    }

    /** A signed token; a new one should be fetched from {@code refreshAfter} on. */
    record Token(Secret accessToken, Instant expires, Instant refreshAfter) implements Credentials {
        @Override
        public Secret bearer() {
            return accessToken;
        }
    }
}
