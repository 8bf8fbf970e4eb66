package dev.sluice.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A part of a file as JSON: what is kept of it when nothing here has a use for it. */
final class NodeJson {

    /** 3.10 stays 3.10, since it may be a version. */
    private static final JsonNodeFactory EXACT = new JsonNodeFactory(true);

    /** Longer numbers, and those with exponents, are kept as the text that they are. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,17})?");

    private static final Set<String> TRUE = Set.of("true", "yes", "on");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private NodeJson() {}

    /** {@code node} must not be a part of itself: see {@link Nesting}. */
    static String of(Node node) {
        return json(tree(node, NodeJson::scalar));
    }

    /** Likewise, with each number and truth value as the text that stands there. */
    static String texts(Node node) {
        return json(tree(node, NodeJson::text));
    }

    /** Of what {@link #keys} gave. */
    static String of(Map<String, Object> keys) {
        return json(keys);
    }

    private static String json(Object tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values could not be written", e);
        }
    }

    private static JsonNode tree(Node node, Function<ScalarNode, JsonNode> single) {
        if (node instanceof MappingNode mapping) {
            var object = EXACT.objectNode();
            mapping.getValue()
                    .forEach(entry -> object.set(keyOf(entry.getKeyNode()), tree(entry.getValueNode(), single)));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            var array = EXACT.arrayNode();
            sequence.getValue().forEach(item -> array.add(tree(item, single)));
            return array;
        }
        return single.apply((ScalarNode) node);
    }

    /** What {@link #of} gave, as the maps, lists, texts and numbers that {@link YamlDump} takes. */
    static Object values(String json) {
        try {
            return MAPPER.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }

    /** Likewise, for what is known to have keys. */
    static Map<String, Object> keys(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON object: " + json, e);
        }
    }

    private static String keyOf(Node key) {
        return key instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static JsonNode text(ScalarNode node) {
        return node.getTag().equals(Tag.NULL) ? EXACT.nullNode() : EXACT.textNode(node.getValue());
    }

    private static JsonNode scalar(ScalarNode node) {
        var text = node.getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return EXACT.nullNode();
        } else if (node.getTag().equals(Tag.BOOL)) {
            return EXACT.booleanNode(TRUE.contains(text.toLowerCase(Locale.ROOT)));
        } else if (node.getTag().equals(Tag.INT) && NUMBER.matcher(text).matches()) {
            return EXACT.numberNode(new BigInteger(text));
        } else if (node.getTag().equals(Tag.FLOAT) && NUMBER.matcher(text).matches()) {
            return EXACT.numberNode(new BigDecimal(text));
        }
        return EXACT.textNode(text);
    }
}
