package dev.sluice.control.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Of an enumeration: written in one spelling, read as the cloud's client reads its own, in any case and with any dashes. */
final class WordForm<E extends Enum<E>> implements Scalar<E> {

    private final Class<E> type;
    private final Function<E, String> word;
    private final List<String> words;

    WordForm(Class<E> type, Function<E, String> word) {
        this.type = type;
        this.word = word;
        words = Arrays.stream(type.getEnumConstants()).map(word).toList();
    }

    WordForm(Class<E> type) {
        this(type, constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void write(E value, JsonGenerator json) throws IOException {
        json.writeString(text(value));
    }

    @Override
    public E read(Object json) {
        if (json instanceof String text) {
            return parse(text);
        }
        throw Misfit.unexpected(json, "one of " + String.join(", ", words));
    }

    @Override
    public String text(E value) {
        return word.apply(value);
    }

    @Override
    public E parse(String text) {
        var folded = folded(text);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> folded.equals(folded(word.apply(constant))))
                .findFirst()
                .orElseThrow(() -> Misfit.badValue(
                        "there is no " + SnakeCase.of(type.getSimpleName()).replace('_', ' ') + " '"
                                + WellFormed.abridged(text) + "'",
                        "use one of " + String.join(", ", words)));
    }

    private static String folded(String text) {
        return text.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return schemas.named(
                type, () -> Keys.of("type", "string").and("enum", words).all());
    }
}
