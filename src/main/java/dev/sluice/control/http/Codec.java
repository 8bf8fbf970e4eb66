package dev.sluice.control.http;

import java.lang.reflect.Type;

/** The runtime's values as JSON and back. Safe from any thread. */
final class Codec {

    /** {@code value} as UTF-8 JSON. */
    byte[] write(Object value) {
        throw new UnsupportedOperationException("skeleton");
    }

    /**
     * @throws IllegalArgumentException if that is no JSON, or not of that type: with where in it and what is wrong
     */
    <T> T read(byte[] json, Type type) {
        throw new UnsupportedOperationException("skeleton");
    }
}
