package dev.sluice.home;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.control.http.Doorway;
import dev.sluice.domain.Secret;
import dev.sluice.home.RuntimeNote.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A {@link RuntimeNote} as JSON. By tokens, since each command of the command line begins by reading one; keys that are
 * not known are passed over, so that an older program can read what a newer one has written.
 */
final class NoteJson {

    private static final JsonFactory JSON = new JsonFactory();

    private NoteJson() {}

    /** @param process the one that wrote it */
    record Written(RuntimeNote note, Incarnation process) {}

    static byte[] write(RuntimeNote note, Incarnation process) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(bytes).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("address", note.doorway().address().toString());
            json.writeStringField("secret", note.doorway().secret().reveal());
            json.writeNumberField("pid", note.pid());
            json.writeStringField("born", process.born());
            json.writeStringField("version", note.version());
            json.writeStringField("kind", note.kind().name().toLowerCase(Locale.ROOT));
            if (note.whyNoDocker().isPresent()) {
                json.writeStringField("why_no_docker", note.whyNoDocker().get());
            }
            json.writeArrayFieldStart("image_substitutions");
            for (var substitution : note.substitutions()) {
                json.writeString(substitution);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IOException if that is no JSON
     * @throws IllegalArgumentException if it is no such note
     */
    static Written read(byte[] bytes) throws IOException {
        try (var json = JSON.createParser(bytes)) {
            var texts = new HashMap<String, String>();
            var substitutions = new ArrayList<String>();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("it is no object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var key = json.currentName();
                var value = json.nextToken();
                if (value == JsonToken.START_ARRAY && key.equals("image_substitutions")) {
                    substitutions.addAll(texts(json));
                } else if (value.isStructStart()) {
                    json.skipChildren();
                } else {
                    texts.put(key, json.getText());
                }
            }
            var note = note(texts, substitutions);
            return new Written(note, new Incarnation(note.pid(), texts.getOrDefault("born", "")));
        }
    }

    private static List<String> texts(JsonParser json) throws IOException {
        var all = new ArrayList<String>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            all.add(json.getText());
        }
        return all;
    }

    private static RuntimeNote note(Map<String, String> texts, List<String> substitutions) {
        return new RuntimeNote(
                new Doorway(URI.create(needed(texts, "address")), new Secret(needed(texts, "secret"))),
                Long.parseLong(needed(texts, "pid")),
                needed(texts, "version"),
                Kind.valueOf(needed(texts, "kind").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(texts.get("why_no_docker")),
                substitutions);
    }

    private static String needed(Map<String, String> texts, String key) {
        var text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("it has no '" + key + "'");
        }
        return text;
    }
}
