package dev.sluice.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.metrics.Apart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Compares two JSON texts value by value; the order of an object's members is none. A text that is JSON itself is compared by
 * what is in it: scoring scripts often return the text of {@code json.dumps}. Used once.
 */
public final class JsonDiff {

    /** So many differences are told one by one, no more. */
    public static final int MOST = 1_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // NaN and Infinity are no JSON, but what Python writes.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // 70.0 is shown as it was written, not as 7E+1.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final int most;
    private final List<Pair> found = new ArrayList<>();
    private boolean isWithinText;

    /** Two values that differ. */
    private record Pair(Where where, JsonNode left, JsonNode right) {

        Difference difference() {
            return new Difference(where.path(), text(left), text(right));
        }

        Apart apart() {
            return new Apart(where.place(), Distance.between(left, right), text(left), text(right));
        }
    }

    /**
     * @param path of this value alone
     * @param place the same for all elements of an array
     */
    private record Where(String path, String place) {

        static final Where ROOT = new Where("$", "$");

        Where member(String name) {
            var step = PLAIN_NAME.matcher(name).matches() ? "." + name : "['" + quoted(name) + "']";
            return new Where(path + step, place + step);
        }

        /** In one line, whatever is in it. */
        private static String quoted(String name) {
            return new String(JsonStringEncoder.getInstance().quoteAsString(name)).replace("'", "\\'");
        }

        Where element(int number) {
            return new Where(path + "[" + number + "]", place + "[*]");
        }
    }

    private JsonDiff(int most) {
        this.most = most;
    }

    /** Each value that differs, up to {@value #MOST}. Empty if one of them is not JSON. */
    public static Optional<List<Difference>> between(String left, String right) {
        return pairs(left, right, MOST)
                .map(pairs -> pairs.stream().map(Pair::difference).toList());
    }

    /** Each place where values differ, with those that are furthest apart there. Empty if one of them is not JSON. */
    public static Optional<Collection<Apart>> byPlace(String live, String shadow) {
        return pairs(live, shadow, Integer.MAX_VALUE).map(pairs -> {
            var furthest = new LinkedHashMap<String, Apart>();
            pairs.stream().map(Pair::apart).forEach(apart -> furthest.merge(apart.place(), apart, JsonDiff::further));
            return furthest.values();
        });
    }

    private static Apart further(Apart one, Apart other) {
        return other.distance() > one.distance() ? other : one;
    }

    private static Optional<List<Pair>> pairs(String left, String right, int most) {
        var before = json(left);
        var after = json(right);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        var diff = new JsonDiff(most);
        diff.compare(Where.ROOT, before.get(), after.get());
        return Optional.of(diff.found);
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private void compare(Where where, JsonNode left, JsonNode right) {
        if (found.size() >= most) {
            return;
        }
        if (left.isObject() && right.isObject()) {
            compareMembers(where, left, right);
        } else if (left.isArray() && right.isArray()) {
            compareElements(where, left, right);
        } else if (!isSame(left, right) && !isComparedWithin(where, left, right)) {
            found.add(new Pair(where, left, right));
        }
    }

    private void compareMembers(Where where, JsonNode left, JsonNode right) {
        var names = new LinkedHashSet<String>();
        left.fieldNames().forEachRemaining(names::add);
        right.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> compare(where.member(name), left.path(name), right.path(name)));
    }

    private void compareElements(Where where, JsonNode left, JsonNode right) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            compare(where.element(i), left.path(i), right.path(i));
        }
    }

    /** Two texts that are objects or arrays themselves; texts within those are texts. */
    private boolean isComparedWithin(Where where, JsonNode left, JsonNode right) {
        if (isWithinText) {
            return false;
        }
        var before = inner(left);
        var after = inner(right);
        if (before.isEmpty() || after.isEmpty()) {
            return false;
        }
        isWithinText = true;
        compare(where, before.get(), after.get());
        isWithinText = false;
        return true;
    }

    private static Optional<JsonNode> inner(JsonNode node) {
        return node.isTextual()
                        && !node.textValue().isEmpty()
                        && "{[".indexOf(node.textValue().charAt(0)) >= 0
                ? json(node.textValue())
                : Optional.empty();
    }

    /** 1 and 1.0 are the same number, and so are NaN and NaN. */
    private static boolean isSame(JsonNode left, JsonNode right) {
        return isDecimal(left) && isDecimal(right)
                ? left.decimalValue().compareTo(right.decimalValue()) == 0
                : left.equals(right);
    }

    /** NaN and the infinities are the only numbers that are read as doubles. */
    static boolean isDecimal(JsonNode value) {
        return value.isNumber() && !value.isDouble();
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode()) {
            return "";
        }
        return value.isDouble() ? value.asText() : value.toString();
    }
}
