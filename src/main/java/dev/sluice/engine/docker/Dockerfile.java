package dev.sluice.engine.docker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Dockerfile, taken apart as far as is needed here: on which line each step stands, and which images it is built from.
 * Whether it makes sense is for Docker to say.
 */
final class Dockerfile {

    private static final Pattern ESCAPE =
            Pattern.compile("#\\s*escape\\s*=\\s*([\\\\`])\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*\\w+\\s*=.*");
    private static final Pattern FROM =
            Pattern.compile("((?:--\\S+\\s+)*)(\\S+)(?:\\s+(?:AS)\\s+(\\S+))?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARGUMENT = Pattern.compile("(\\w+)(?:=(.*))?");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)(?::?-([^}]*))?\\})");
    private static final Pattern COPIED_FROM = Pattern.compile("--from=(\\S+)");

    private final List<String> lines;
    private final List<Instruction> instructions;

    /** One step. Lines are counted from 0; {@code last} is the last that it is continued on. */
    private record Instruction(int first, int last, String keyword, String rest) {}

    private Dockerfile(List<String> lines, List<Instruction> instructions) {
        this.lines = lines;
        this.instructions = instructions;
    }

    static Dockerfile parse(String text) {
        var lines = text.lines().toList();
        return new Dockerfile(lines, instructions(lines, escape(lines)));
    }

    private static char escape(List<String> lines) {
        for (var line : lines) {
            var escape = ESCAPE.matcher(line.strip());
            if (escape.matches()) {
                return escape.group(1).charAt(0);
            }
            if (!DIRECTIVE.matcher(line.strip()).matches()) {
                break;
            }
        }
        return '\\';
    }

    private static List<Instruction> instructions(List<String> lines, char escape) {
        var found = new ArrayList<Instruction>();
        int i = 0;
        while (i < lines.size()) {
            int first = i;
            var text = new StringBuilder();
            boolean continued = !isEmpty(lines.get(i));
            while (continued) {
                var line = lines.get(i).stripTrailing();
                boolean empty = isEmpty(line);
                boolean goesOn = empty || line.charAt(line.length() - 1) == escape;
                if (!empty) {
                    text.append(goesOn ? line.substring(0, line.length() - 1) : line)
                            .append(' ');
                }
                continued = goesOn && i + 1 < lines.size();
                i += continued ? 1 : 0;
            }
            if (!text.isEmpty()) {
                var parts = text.toString().strip().split("\\s+", 2);
                found.add(
                        new Instruction(first, i, parts[0].toUpperCase(Locale.ROOT), parts.length > 1 ? parts[1] : ""));
            }
            i++;
        }
        return List.copyOf(found);
    }

    private static boolean isEmpty(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }

    /** The line on which the n-th step begins, both counted from 1; 1 if there are not as many. */
    int lineOfStep(int step) {
        return step < 1 || step > instructions.size()
                ? 1
                : instructions.get(step - 1).first() + 1;
    }

    /** The same with other images to begin from: each step stays on its line. */
    String withImages(UnaryOperator<String> other) {
        var changed = new ArrayList<>(lines);
        var arguments = new HashMap<String, String>();
        var stages = new HashSet<String>();
        for (var step : instructions) {
            switch (step.keyword()) {
                case "ARG" -> {
                    if (stages.isEmpty()) {
                        remember(step.rest(), arguments);
                    }
                }
                case "FROM" -> begin(step, arguments, stages, other, changed);
                case "COPY", "ADD" -> copy(step, stages, other, changed);
                default -> {}
            }
        }
        return String.join("\n", changed) + "\n";
    }

    private static void remember(String declaration, Map<String, String> arguments) {
        var matcher = ARGUMENT.matcher(declaration.strip());
        if (matcher.matches() && matcher.group(2) != null) {
            arguments.put(matcher.group(1), matcher.group(2).strip().replaceAll("^([\"'])(.*)\\1$", "$2"));
        }
    }

    private static void begin(
            Instruction step,
            Map<String, String> arguments,
            Set<String> stages,
            UnaryOperator<String> other,
            List<String> changed) {
        var from = FROM.matcher(step.rest().strip());
        if (!from.matches()) {
            return;
        }
        var image = expanded(from.group(2), arguments);
        var name = from.group(3) == null ? "" : from.group(3);
        if (!stages.contains(image.toLowerCase(Locale.ROOT))
                && !other.apply(image).equals(image)) {
            for (int i = step.first(); i <= step.last(); i++) {
                changed.set(i, "");
            }
            changed.set(
                    step.first(), "FROM " + from.group(1) + other.apply(image) + (name.isEmpty() ? "" : " AS " + name));
        }
        stages.add(name.isEmpty() ? "\n" + stages.size() : name.toLowerCase(Locale.ROOT));
    }

    private static String expanded(String text, Map<String, String> arguments) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            var name = found.group(1) == null ? found.group(2) : found.group(1);
            var fallback = found.group(3) == null ? "" : found.group(3);
            return Matcher.quoteReplacement(arguments.getOrDefault(name, fallback));
        });
    }

    private static void copy(Instruction step, Set<String> stages, UnaryOperator<String> other, List<String> changed) {
        for (int i = step.first(); i <= step.last(); i++) {
            changed.set(i, COPIED_FROM.matcher(changed.get(i)).replaceAll(found -> {
                var image = found.group(1);
                boolean isStage = image.matches("\\d+") || stages.contains(image.toLowerCase(Locale.ROOT));
                return Matcher.quoteReplacement("--from=" + (isStage ? image : other.apply(image)));
            }));
        }
    }
}
