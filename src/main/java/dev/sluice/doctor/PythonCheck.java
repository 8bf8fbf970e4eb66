package dev.sluice.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * This computer's Python, which runs the models that run as plain processes.
 *
 * @param script tells what is to be known of the Python that runs it
 */
record PythonCheck(Computer computer, String script) implements Check {

    private static final String SUBJECT = "Python";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OLDEST_MINOR = 8;
    private static final String ANOTHER = "install Python 3.8 or newer, or set SLUICE_PYTHON to the path of one";

    @Override
    public List<Finding> look() {
        var command = computer.variable("SLUICE_PYTHON")
                .or(() -> computer.program("python3").map(Object::toString));
        return command.map(this::examine)
                .orElseGet(() -> List.of(Finding.missing(SUBJECT, "no python3 on the PATH", Install.of("python3"))));
    }

    private List<Finding> examine(String python) {
        var said = computer.run(PATIENCE, List.of(python, "-c", script));
        return said.filter(Computer.Said::isWell)
                .flatMap(answer -> read(answer.text()))
                .map(PythonCheck::findings)
                .orElseGet(() -> List.of(Finding.missing(
                        SUBJECT,
                        python + " cannot be used: "
                                + said.map(Computer.Said::text)
                                        .map(PythonCheck::lastLine)
                                        .orElse("no answer"),
                        ANOTHER)));
    }

    /** Python's complaints end with what is wrong. */
    private static String lastLine(String text) {
        return text.strip().lines().reduce((before, last) -> last).orElse("it says nothing");
    }

    private static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(new JsonMapper().readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException notOurs) {
            return Optional.empty();
        }
    }

    private static List<Finding> findings(JsonNode facts) {
        var which =
                facts.path("version").asText() + ", " + facts.path("executable").asText();
        if (!isNewEnough(facts.path("version").asText())) {
            return List.of(Finding.missing(SUBJECT, which + ", which is older than 3.8", ANOTHER));
        }
        var findings = new ArrayList<>(List.of(Finding.ok(SUBJECT, which)));
        findings.add(environments(facts));
        findings.add(index(facts));
        findings.add(numpy(facts));
        return findings;
    }

    private static boolean isNewEnough(String version) {
        var parts = version.split("\\.");
        return parts.length > 1 && parts[0].equals("3") && Integer.parseInt(parts[1]) >= OLDEST_MINOR;
    }

    private static Finding environments(JsonNode facts) {
        return facts.path("venv").asBoolean()
                ? Finding.ok("Python venv", "a conda file's packages can be installed for it alone")
                : Finding.hint(
                        "Python venv",
                        "not there: what a conda file asks for beyond this Python cannot be installed",
                        Install.of("python3-venv"));
    }

    private static Finding index(JsonNode facts) {
        var index = facts.path("index").asText();
        return facts.path("complaint").isNull()
                ? Finding.ok("Package index", index + " answers")
                : Finding.hint(
                        "Package index",
                        index + " does not answer: " + facts.path("complaint").asText(),
                        "set PIP_INDEX_URL, or index-url in pip.conf, to one that can be reached from here; until then"
                                + " only packages that this Python has can be used");
    }

    private static Finding numpy(JsonNode facts) {
        var version = facts.path("numpy").asText("");
        return facts.path("numpy").isNull() || version.startsWith("broken")
                ? Finding.hint(
                        "numpy",
                        facts.path("numpy").isNull() ? "not there; most models need it" : version,
                        Install.of("python3-numpy"))
                : Finding.ok("numpy", version);
    }
}
