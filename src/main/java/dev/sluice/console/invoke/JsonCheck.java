package dev.sluice.console.invoke;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.code.CodeProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Says where a text stops being JSON. Pure. */
final class JsonCheck {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonCheck() {}

    /** The first thing that is wrong; a text without any value is wrong at its first line. */
    static Optional<CodeProblem> problem(String text) {
        try (var parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                return Optional.of(new CodeProblem(1, 0, Messages.of("invoke.json.empty")));
            }
            parser.skipChildren();
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            var place = parser.currentTokenLocation();
            return Optional.of(
                    new CodeProblem(place.getLineNr(), place.getColumnNr(), Messages.of("invoke.json.second")));
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            return Optional.of(
                    new CodeProblem(Math.max(1, place.getLineNr()), Math.max(0, place.getColumnNr()), sentence(e)));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    /** Without the parser's remarks on where it has read from and on all that it would have taken. */
    private static String sentence(JsonProcessingException e) {
        return e instanceof JsonEOFException ? Messages.of("invoke.json.open") : remark(e);
    }

    private static String remark(JsonProcessingException e) {
        return e.getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\s*\\(start marker.*|: was expecting.*", "");
    }
}
