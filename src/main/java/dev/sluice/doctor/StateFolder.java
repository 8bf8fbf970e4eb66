package dev.sluice.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What the state folder tells of the runtime that has it open or had it last. */
record StateFolder(Computer computer, Path folder) {

    /** What a runtime has written of itself. */
    record Runtime(long pid, String kind, int controlPort) {}

    Path lock() {
        return folder.resolve("lock");
    }

    Path runtimeFile() {
        return folder.resolve("control.json");
    }

    /** The process that has the folder open. */
    Optional<Long> holder() {
        return computer.lockHolder(lock());
    }

    /** The runtime that wrote of itself last, whether or not it is still there; empty if that cannot be read. */
    Optional<Runtime> written() {
        return computer.text(runtimeFile()).flatMap(StateFolder::read);
    }

    private static Optional<Runtime> read(String text) {
        try {
            var json = new JsonMapper().readTree(text);
            return Optional.of(
                    new Runtime(json.path("pid").asLong(), json.path("kind").asText("runtime"), port(json)));
        } catch (JsonProcessingException | IllegalArgumentException notReadable) {
            return Optional.empty();
        }
    }

    private static int port(JsonNode json) {
        return URI.create(json.path("address").asText()).getPort();
    }

    /** The port that a file keeps from one start to the next. */
    Optional<Integer> keptPort(String file) {
        return computer.text(folder.resolve(file))
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .filter(port -> port > 0);
    }
}
