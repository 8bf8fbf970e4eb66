package dev.sluice.home;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** What is up in a state folder, as JSON for programs: keys that are not known (yet) are left out. */
public final class StatusSheet {

    private static final JsonMapper JSON = new JsonMapper();

    /** How things stand. */
    public enum State {
        UP,
        /** It is up, and cannot be looked into from here. */
        OTHER_VERSION,
        NOT_ANSWERING,
        STARTING_OR_ENDING,
        DOWN
    }

    private final ObjectNode keys = JSON.createObjectNode();

    public StatusSheet(State state, Path home) {
        keys.put("state", word(state)).put("home", home.toString());
    }

    public StatusSheet process(long pid) {
        keys.put("pid", pid);
        return this;
    }

    public StatusSheet runtime(RuntimeNote note) {
        process(note.pid());
        keys.put("version", note.version()).put("kind", word(note.kind()));
        keys.put("control", note.doorway().address().toString());
        return this;
    }

    public StatusSheet says(String key, String text) {
        keys.put(key, text);
        return this;
    }

    public StatusSheet counts(String key, long number) {
        keys.put(key, number);
        return this;
    }

    public void print(PrintWriter out) {
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
