package dev.sluice.collect;

import dev.sluice.router.Passage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A body as a record has it: JSON as JSON, other text as a string, and what is no text in a file beside. Pure. */
sealed interface Payload {

    /** @param text on one line, digit for digit as it was sent */
    record Json(String text) implements Payload {}

    record Text(String text) implements Payload {}

    record Binary(byte[] bytes) implements Payload {}

    static Payload of(Passage.Body body) {
        var text = decoded(body);
        if (text.isEmpty()) {
            return new Binary(body.bytes());
        }
        boolean maybeJson = body.contentType().isEmpty()
                || body.contentType().toLowerCase(Locale.ROOT).contains("json");
        return maybeJson && isJson(text.get()) ? new Json(onOneLine(text.get())) : new Text(text.get());
    }

    /** Empty if it is no text. Where a text was cut, the cut may go through a character. */
    private static Optional<String> decoded(Passage.Body body) {
        boolean isAll = body.whole() && !body.isCut();
        var text = CharBuffer.allocate(body.bytes().length);
        var result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.bytes()), text, isAll);
        text.flip();
        return result.isError() || text.chars().anyMatch(c -> c == 0) ? Optional.empty() : Optional.of(text.toString());
    }

    /** One value and nothing behind it. */
    private static boolean isJson(String text) {
        try (var parser = JsonForm.FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException broken) {
            return false;
        }
    }

    /** In JSON a line can only end between two tokens: in a string it would have to be escaped. */
    private static String onOneLine(String json) {
        return json.strip().replace('\n', ' ').replace('\r', ' ');
    }
}
