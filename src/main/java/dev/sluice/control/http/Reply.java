package dev.sluice.control.http;

import dev.sluice.control.http.json.Codec;
import dev.sluice.domain.Problem;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole answer: a status and JSON, or nothing.
 *
 * @param fields of its head, besides those that every answer has
 */
record Reply(int status, byte[] json, Map<String, String> fields) {

    /** The runtime itself has failed: a refusal, whatever its reason, has another status. */
    static final int FAILED = 503;

    private static final byte[] NOTHING = {};

    Reply(int status, byte[] json) {
        this(status, json, Map.of());
    }

    static Reply empty(int status) {
        return new Reply(status, NOTHING);
    }

    static Reply of(Codec codec, Object value, Type type) {
        return new Reply(200, codec.write(value, type));
    }

    /** With the status that fits the problems. */
    static Reply of(Codec codec, Problems problems) {
        return new Reply(problems.status(), codec.write(problems, Problems.class));
    }

    static Reply of(Codec codec, Unheard unheard) {
        var said = of(codec, unheard.status(), unheard.problem());
        return new Reply(said.status, said.json, unheard.fields());
    }

    static Reply of(Codec codec, int status, Problem problem) {
        return new Reply(status, codec.write(new Problems(List.of(problem)), Problems.class));
    }

    /** The same with another field. */
    Reply with(String name, String value) {
        var more = new HashMap<>(fields);
        more.put(name, value);
        return new Reply(status, json, Map.copyOf(more));
    }

    boolean isFine() {
        return status < 300;
    }
}
