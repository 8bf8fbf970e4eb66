package dev.sluice.console.invoke;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.domain.EndpointName;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The user's requests as JSON that people can read, and back. Secrets are left out. What is too large to be kept is left
 * out too, the oldest answers first. Pure.
 */
final class BookJson {

    /** So many letters of all entries together, about. */
    static final int MOST_LETTERS = 8 << 20;

    /** The format; a file of another one is not read. */
    private static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private BookJson() {}

    static byte[] history(List<Exchange> newestFirst) throws IOException {
        var entries = JSON.createArrayNode();
        long letters = 0;
        for (var exchange : newestFirst) {
            var entry = entry(exchange);
            letters += DraftJson.letters(entry);
            if (letters > MOST_LETTERS) {
                break;
            }
            entries.add(entry);
        }
        return write("answers", entries);
    }

    static byte[] saved(List<SavedRequest> requests) throws IOException {
        var entries = JSON.createArrayNode();
        for (var request : requests) {
            var entry = JSON.createObjectNode();
            entry.put("name", request.name());
            entry.put("endpoint", request.endpoint().text());
            entry.set("request", DraftJson.write(request.draft().withoutSecrets()));
            entries.add(entry);
        }
        return write("requests", entries);
    }

    /** @throws IOException if that is not what {@link #history} wrote */
    static List<Exchange> readHistory(byte[] json) throws IOException {
        var exchanges = new ArrayList<Exchange>();
        for (var entry : entries(json, "answers")) {
            exchanges.add(reading(() -> new Exchange(
                    Instant.parse(text(entry, "at")),
                    new EndpointName(text(entry, "endpoint")),
                    DraftJson.read(entry.path("request")),
                    AnswerJson.read(entry.path("answer")))));
        }
        return exchanges;
    }

    /** @throws IOException if that is not what {@link #saved} wrote */
    static List<SavedRequest> readSaved(byte[] json) throws IOException {
        var requests = new ArrayList<SavedRequest>();
        for (var entry : entries(json, "requests")) {
            requests.add(reading(() -> new SavedRequest(
                    text(entry, "name"),
                    new EndpointName(text(entry, "endpoint")),
                    DraftJson.read(entry.path("request")))));
        }
        return requests;
    }

    static String text(JsonNode parent, String name) {
        var value = parent.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " is missing, or is no text");
        }
        return value.textValue();
    }

    private static ObjectNode entry(Exchange exchange) {
        var entry = JSON.createObjectNode();
        entry.put("at", exchange.at().toString());
        entry.put("endpoint", exchange.endpoint().text());
        entry.set("request", DraftJson.write(exchange.draft().withoutSecrets()));
        entry.set("answer", AnswerJson.write(exchange.answer()));
        return entry;
    }

    private static byte[] write(String name, ArrayNode entries) throws IOException {
        var document = JSON.createObjectNode();
        document.put("version", VERSION);
        document.set(name, entries);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
    }

    private static JsonNode entries(byte[] json, String name) throws IOException {
        var document = document(json);
        if (document == null
                || document.path("version").asInt() != VERSION
                || !document.path(name).isArray()) {
            throw new IOException("no version " + VERSION + " of " + name);
        }
        return document.path(name);
    }

    /** The library's own message is half a page, for programmers. */
    private static JsonNode document(byte[] json) throws IOException {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            var line = Optional.ofNullable(broken.getLocation()).map(JsonLocation::getLineNr);
            throw new IOException(
                    line.map(number -> "line " + number + " is no JSON").orElse("it is no JSON"), broken);
        }
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T reading(Reading<T> entry) throws IOException {
        try {
            return entry.read();
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }
}
