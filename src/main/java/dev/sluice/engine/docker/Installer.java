package dev.sluice.engine.docker;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an image has to install packages with. */
sealed interface Installer {

    /** @param program {@code mamba}, {@code conda} or {@code micromamba} */
    record Conda(String program) implements Installer {}

    /** @param python the version of the image's own interpreter, such as {@code 3.11.2} */
    record Pip(String python) implements Installer {}

    /** @param lacks what would be needed, for people */
    record None(String lacks) implements Installer {}

    /** Each thing that is found is told in a line of its own. */
    String PROBE = "RUN for tool in mamba conda micromamba; do"
            + " if command -v \"$tool\" >/dev/null 2>&1; then echo \"has $tool\"; fi; done;"
            + " python3 -c 'import sys; print(\"has python %d.%d.%d\" % sys.version_info[:3])' 2>/dev/null;"
            + " if python3 -m pip --version >/dev/null 2>&1; then echo \"has pip\"; fi;"
            + " if python3 -c 'import venv' >/dev/null 2>&1; then echo \"has venv\"; fi\n";

    /** The best of those that {@link #PROBE} has told of. */
    static Installer among(List<String> told) {
        var conda = Stream.of("mamba", "conda", "micromamba")
                .filter(tool -> told.contains("has " + tool))
                .findFirst();
        if (conda.isPresent()) {
            return new Conda(conda.get());
        }
        var python = pythonOf(told);
        if (python.isEmpty()) {
            return new None("neither conda nor a python3");
        }
        return told.contains("has pip") && told.contains("has venv")
                ? new Pip(python.get())
                : new None("no conda, and a python3 without " + (told.contains("has pip") ? "venv" : "pip"));
    }

    private static Optional<String> pythonOf(List<String> told) {
        return told.stream()
                .filter(line -> line.startsWith("has python "))
                .map(line -> line.substring("has python ".length()))
                .findFirst();
    }
}
