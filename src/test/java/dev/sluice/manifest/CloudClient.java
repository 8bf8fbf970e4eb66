package dev.sluice.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Takes or refuses a file as the cloud's own client does, by the classes in {@code manifest/cloud-schemas.yml}. */
final class CloudClient {

    private static final Set<String> FLAGS = Set.of("true", "false", "yes", "no", "on", "off");

    private static final Map<String, Map<String, String>> CLASSES = classes();

    private CloudClient() {}

    /** What it has to say against a file of that class; nothing if it takes it. */
    static List<String> complaints(String schema, String yaml) {
        var complaints = new ArrayList<String>();
        nested(schema, "", yaml().load(yaml), complaints);
        return complaints;
    }

    private static void nested(String schema, String path, Object value, List<String> complaints) {
        var fields = CLASSES.get(schema);
        if (!(value instanceof Map<?, ?> keys)) {
            complaints.add(path + ": no object of " + schema);
            return;
        }
        keys.forEach((key, below) -> {
            var field = fields.get(String.valueOf(key));
            if (field == null) {
                complaints.add(path + "." + key + ": unknown field");
            } else {
                field(field.replace("!", ""), path + "." + key, below, complaints);
            }
        });
        fields.forEach((key, field) -> {
            if (field.contains("!") && !keys.containsKey(key)) {
                complaints.add(path + "." + key + ": missing data for required field");
            }
        });
    }

    private static void field(String field, String path, Object value, List<String> complaints) {
        var words = Arrays.asList(field.split(" "));
        var rest = words.subList(1, words.size());
        boolean taken = switch (words.get(0)) {
            case "Any" -> true;
            case "Str" -> value instanceof String;
            case "Version" -> value instanceof String || value instanceof Number;
            case "Int" -> value instanceof Integer || value instanceof String text && text.matches("-?[0-9]+");
            case "Float" -> value instanceof Number;
            case "Bool" -> value instanceof Boolean || value instanceof String text && FLAGS.contains(text);
            case "Enum" -> value instanceof String text && rest.contains(Spelling.snakeCase(text));
            case "Dict" -> value instanceof Map<?, ?> map && each(rest, path, map, complaints);
            case "List" ->
                value instanceof List<?> list
                        && list.stream().allMatch(item -> {
                            field(rest.get(0), path + "[]", item, complaints);
                            return true;
                        });
            default -> value instanceof String && field.startsWith("Ref|") || isNested(field, path, value, complaints);
        };
        if (!taken) {
            complaints.add(path + ": no " + field + ": " + value);
        }
    }

    private static boolean each(List<String> kind, String path, Map<?, ?> map, List<String> complaints) {
        map.forEach((key, value) -> {
            if (!(key instanceof String)) {
                complaints.add(path + ": a key that is no text: " + key);
            }
            kind.forEach(field -> field(field, path + "." + key, value, complaints));
        });
        return true;
    }

    private static boolean isNested(String field, String path, Object value, List<String> complaints) {
        nested(field.replace("Ref|", ""), path, value, complaints);
        return true;
    }

    private static Map<String, Map<String, String>> classes() {
        try (var table = CloudClient.class.getResourceAsStream("/manifest/cloud-schemas.yml")) {
            return yaml().load(Objects.requireNonNull(table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It reads YAML 1.1 as this library does. */
    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }
}
