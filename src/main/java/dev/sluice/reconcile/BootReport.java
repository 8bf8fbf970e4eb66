package dev.sluice.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;

/**
 * Why the scoring server could not start, as it tells it to programs: one line of its log, in JSON. A text that it does
 * not give is empty, and a number 0.
 *
 * @param kind what it was, such as {@code missing_module}
 * @param error the Python exception's name
 * @param message the exception's own words
 * @param file where in the code it was, as the instance sees the file
 * @param module what could not be imported
 * @param setting which variable has a bad value
 * @param stage what was going on when a worker died
 * @param traceback of the user's own code, oldest call first
 */
record BootReport(
        String kind,
        String error,
        String message,
        String file,
        int line,
        String module,
        String setting,
        String stage,
        boolean outOfMemory,
        List<String> traceback) {

    private static final String LOGGER = " sluice.failure - ";
    private static final ObjectMapper JSON = new ObjectMapper();

    BootReport {
        traceback = List.copyOf(traceback);
    }

    /** The newest report in the log's lines, oldest first. */
    static Optional<BootReport> in(List<String> lines) {
        return lines.stream()
                .filter(BootReport::isOne)
                .reduce((first, last) -> last)
                .flatMap(line -> read(line.substring(line.indexOf(LOGGER) + LOGGER.length())));
    }

    /** Whether the line is for programs alone. */
    static boolean isOne(String line) {
        return line.contains(LOGGER + "{");
    }

    private static Optional<BootReport> read(String json) {
        try {
            return Optional.of(of(JSON.readTree(json)));
        } catch (JsonProcessingException cutOff) {
            return Optional.empty();
        }
    }

    private static BootReport of(JsonNode facts) {
        return new BootReport(
                facts.path("kind").asText(""),
                facts.path("error").asText(""),
                facts.path("message").asText(""),
                facts.path("file").asText(""),
                facts.path("line").asInt(0),
                facts.path("module").asText(""),
                facts.path("setting").asText(""),
                facts.path("stage").asText(""),
                facts.path("out_of_memory").asBoolean(false),
                facts.path("traceback").asText("").lines().toList());
    }

    /** The exception as Python's last line has it. */
    String what() {
        return error.isEmpty() ? message : error + (message.isEmpty() ? "" : ": " + message);
    }
}
