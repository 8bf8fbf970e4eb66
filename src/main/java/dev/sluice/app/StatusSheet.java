package dev.sluice.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.control.Fleet;
import dev.sluice.home.RuntimeNote;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** What is up in a state folder, as JSON for programs: keys that are not known (yet) are left out. */
final class StatusSheet {

    private static final JsonMapper JSON = new JsonMapper();

    /** How things stand. */
    enum State {
        UP,
        /** It is up, and cannot be looked into from here. */
        OTHER_VERSION,
        NOT_ANSWERING,
        STARTING_OR_ENDING,
        DOWN
    }

    private final ObjectNode keys = JSON.createObjectNode();

    StatusSheet(State state, Path home) {
        keys.put("state", word(state)).put("home", home.toString());
    }

    StatusSheet process(long pid) {
        keys.put("pid", pid);
        return this;
    }

    StatusSheet runtime(RuntimeNote note) {
        process(note.pid());
        keys.put("version", note.version()).put("kind", word(note.kind()));
        keys.put("control", note.doorway().address().toString());
        return this;
    }

    StatusSheet because(String reason) {
        keys.put("reason", reason);
        return this;
    }

    StatusSheet serving(Fleet fleet) {
        var runtime = fleet.runtime();
        keys.put("router", "http://127.0.0.1:" + runtime.routerPort());
        keys.put("metrics", "http://127.0.0.1:" + runtime.metricsPort() + "/metrics");
        keys.put("engine", runtime.engine());
        keys.put("endpoints", fleet.endpoints().size());
        keys.put(
                "deployments",
                fleet.endpoints().stream()
                        .mapToInt(endpoint -> endpoint.deployments().size())
                        .sum());
        keys.put("deployments_up", fleet.deploymentsUp());
        keys.put(
                "jobs_running",
                fleet.jobs().stream().filter(job -> job.isRunning()).count());
        return this;
    }

    void print(PrintWriter out) {
        try {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(keys));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain texts and numbers can be written", e);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
