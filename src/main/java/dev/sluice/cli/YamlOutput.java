package dev.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.NonPrintableStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** {@code -o yaml}: keys in order, a line for each value, long texts folded, letters beyond ASCII escaped (with small digits). */
final class YamlOutput {

    private YamlOutput() {}

    static String of(JsonNode found) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setAllowUnicode(false);
        options.setNonPrintableStyle(NonPrintableStyle.ESCAPE);
        var text = new Yaml(new LikePython(options), options).dump(value(InOrder.of(found)));
        // Python's writer says so of a text that stands for itself without quotes: more of it might have followed.
        return isOpen(found, text) ? text + "...\n" : text;
    }

    private static boolean isOpen(JsonNode found, String text) {
        return found.isValueNode() && !text.startsWith("'") && !text.startsWith("\"");
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            var values = new LinkedHashMap<String, Object>();
            node.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
            return values;
        } else if (node.isArray()) {
            List<Object> values = new ArrayList<>();
            node.forEach(item -> values.add(value(item)));
            return values;
        } else if (node.isTextual()) {
            return node.textValue();
        } else if (node.isBoolean()) {
            return node.booleanValue();
        }
        return new Literal(node);
    }

    /** A number, or no value. */
    private record Literal(JsonNode node) {

        Tag tag() {
            if (node.isNull()) {
                return Tag.NULL;
            }
            return node.isFloatingPointNumber() ? Tag.FLOAT : Tag.INT;
        }

        /** A number with an exponent has a dot as well, since it would be read as a text otherwise. */
        String text() {
            if (node.isNull()) {
                return "null";
            }
            var text = PythonText.of(node);
            return text.contains(".") ? text : text.replace("e", ".0e");
        }
    }

    private static final class LikePython extends Representer {

        LikePython(DumperOptions options) {
            super(options);
            representers.put(
                    Literal.class,
                    literal -> super.representScalar(((Literal) literal).tag(), ((Literal) literal).text()));
        }

        /** A text of several lines is quoted, where this library would make it a block. */
        @Override
        protected Node representScalar(Tag tag, String text, ScalarStyle style) {
            return super.representScalar(tag, text, style == ScalarStyle.LITERAL ? ScalarStyle.SINGLE_QUOTED : style);
        }
    }
}
