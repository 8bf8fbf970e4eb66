package dev.sluice.console.invoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.control.Answer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An answer as JSON, and back; of its body no more than the first {@value #MOST_OF_BODY} bytes. Pure. */
final class AnswerJson {

    static final int MOST_OF_BODY = 64 << 10;

    private AnswerJson() {}

    static ObjectNode write(Answer answer) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("status", answer.status());
        node.put("answeredBy", answer.answeredBy());
        node.put("micros", answer.latency().toNanos() / 1_000);
        var headers = node.putObject("headers");
        new TreeMap<>(answer.headers()).forEach((name, values) -> {
            if (!Secrets.isSecret(name)) {
                var all = headers.putArray(name);
                values.forEach(all::add);
            }
        });
        node.put("bytes", answer.size());
        var body = Arrays.copyOf(answer.body(), Math.min(answer.body().length, MOST_OF_BODY));
        asText(body)
                .ifPresentOrElse(
                        text -> node.put("text", text),
                        () -> node.put("base64", Base64.getEncoder().encodeToString(body)));
        return node;
    }

    /** @throws IllegalArgumentException if that is not what {@link #write} wrote */
    static Answer read(JsonNode node) {
        var headers = new TreeMap<String, List<String>>();
        node.path("headers").properties().forEach(field -> headers.put(field.getKey(), texts(field)));
        var body = node.has("text")
                ? BookJson.text(node, "text").getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(BookJson.text(node, "base64"));
        return new Answer(
                node.path("status").asInt(),
                BookJson.text(node, "answeredBy"),
                Duration.ofNanos(node.path("micros").asLong() * 1_000),
                headers,
                body,
                Math.max(body.length, node.path("bytes").asLong()));
    }

    private static List<String> texts(Map.Entry<String, JsonNode> field) {
        var texts = new ArrayList<String>();
        field.getValue().forEach(value -> texts.add(value.asText()));
        return texts;
    }

    /** Empty if they are not UTF-8; a letter that was cut in two makes them so, and costs only space. */
    private static Optional<String> asText(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}
