package dev.sluice.console.invoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares two JSON texts value by value; the order of an object's members is none. Used once. */
final class JsonDiff {

    /** So many differences are found, no more. */
    static final int MOST = 1_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // 70.0 is shown as it was written, not as 7E+1.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final List<Difference> found = new ArrayList<>();

    private JsonDiff() {}

    /** Empty if one of them is not JSON. */
    static Optional<List<Difference>> between(String left, String right) {
        try {
            var before = JSON.readTree(left);
            var after = JSON.readTree(right);
            if (before.isMissingNode() || after.isMissingNode()) {
                return Optional.empty();
            }
            var diff = new JsonDiff();
            diff.compare("$", before, after);
            return Optional.of(List.copyOf(diff.found));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private void compare(String path, JsonNode left, JsonNode right) {
        if (found.size() >= MOST) {
            return;
        }
        if (left.isObject() && right.isObject()) {
            compareMembers(path, left, right);
        } else if (left.isArray() && right.isArray()) {
            compareElements(path, left, right);
        } else if (!isSame(left, right)) {
            found.add(new Difference(path, text(left), text(right)));
        }
    }

    private void compareMembers(String path, JsonNode left, JsonNode right) {
        var names = new LinkedHashSet<String>();
        left.fieldNames().forEachRemaining(names::add);
        right.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> compare(path + step(name), left.path(name), right.path(name)));
    }

    private void compareElements(String path, JsonNode left, JsonNode right) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            compare(path + "[" + i + "]", left.path(i), right.path(i));
        }
    }

    /** 1 and 1.0 are the same number. */
    private static boolean isSame(JsonNode left, JsonNode right) {
        return left.isNumber() && right.isNumber()
                ? left.decimalValue().compareTo(right.decimalValue()) == 0
                : left.equals(right);
    }

    private static String step(String name) {
        return PLAIN_NAME.matcher(name).matches() ? "." + name : "['" + name.replace("'", "\\'") + "']";
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "" : value.toString();
    }
}
