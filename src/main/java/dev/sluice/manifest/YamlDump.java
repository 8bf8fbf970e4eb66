package dev.sluice.manifest;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Maps, lists, texts and numbers as YAML, one spelling for each value. */
final class YamlDump {

    private YamlDump() {}

    static String of(Map<String, Object> keys) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        // The other style writes an unprintable text as binary, which the cloud's client would not read as text.
        options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        return new Yaml(new ExactTexts(options), options).dump(keys);
    }

    /** Escapes the line breaks that a YAML reader would turn into a plain newline: a carriage return is the user's. */
    private static final class ExactTexts extends Representer {

        private static final Pattern OTHER_BREAKS = Pattern.compile("[\\r\\x85\\u2028\\u2029]");

        ExactTexts(DumperOptions options) {
            super(options);
            // An exponent without a dot is text in YAML 1.1.
            representers.put(
                    BigDecimal.class,
                    number -> representScalar(
                            Tag.FLOAT, ((BigDecimal) number).toPlainString(), options.getDefaultScalarStyle()));
        }

        @Override
        protected Node representScalar(Tag tag, String text, DumperOptions.ScalarStyle style) {
            boolean exact = OTHER_BREAKS.matcher(text).find();
            return super.representScalar(tag, text, exact ? DumperOptions.ScalarStyle.DOUBLE_QUOTED : style);
        }
    }
}
