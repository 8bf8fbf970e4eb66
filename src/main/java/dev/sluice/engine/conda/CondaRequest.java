package dev.sluice.engine.conda;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a conda file asks for.
 *
 * @param channels where packages are looked for, the first one first
 * @param packages what conda installs, in the file's order
 * @param pip what pip installs after that, in the file's order
 * @param variables what is set in the environment once it is made
 */
public record CondaRequest(
        List<String> channels, List<CondaPackage> packages, List<PipLine> pip, SortedMap<String, String> variables) {

    public CondaRequest {
        channels = List.copyOf(channels);
        packages = List.copyOf(packages);
        pip = List.copyOf(pip);
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    }

    /** Which Python is asked for; empty if the file leaves that open. */
    public Optional<CondaPackage> python() {
        return packages.stream()
                .filter(wanted -> wanted.name().equals("python"))
                .findFirst();
    }

    /** What conda is to install besides the interpreter and the installer, which every environment has anyhow. */
    public List<CondaPackage> libraries() {
        return packages.stream()
                .filter(wanted ->
                        !wanted.name().equals("python") && !wanted.name().equals("pip"))
                .toList();
    }

    /** The same request, without this package of conda's. */
    public CondaRequest without(CondaPackage dropped) {
        return new CondaRequest(
                channels, packages.stream().filter(one -> !one.equals(dropped)).toList(), pip, variables);
    }

    /**
     * The request as a conda file with nothing in it but what matters: the same for files that ask for the same, whatever
     * their comments, their name and the order of their packages.
     */
    public String normalised() {
        var text = new StringBuilder("name: inf-conda-env\n");
        section(text, "channels", channels.stream());
        section(text, "dependencies", packages.stream().map(CondaPackage::text).sorted());
        if (!pip.isEmpty()) {
            text.append(packages.isEmpty() ? "dependencies:\n" : "").append("  - pip:\n");
            pip.forEach(
                    line -> text.append("      - ").append(quoted(line.text())).append('\n'));
        }
        if (!variables.isEmpty()) {
            text.append(variables.entrySet().stream()
                    .map(variable -> "  " + quoted(variable.getKey()) + ": " + quoted(variable.getValue()) + "\n")
                    .collect(Collectors.joining("", "variables:\n", "")));
        }
        return text.toString();
    }

    private static void section(StringBuilder text, String key, Stream<String> entries) {
        var lines = entries.map(entry -> "  - " + quoted(entry) + "\n").collect(Collectors.joining());
        if (!lines.isEmpty()) {
            text.append(key).append(":\n").append(lines);
        }
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }
}
