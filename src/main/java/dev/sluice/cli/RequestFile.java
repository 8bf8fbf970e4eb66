package dev.sluice.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.sluice.control.Answer;
import dev.sluice.control.Invocation.Body;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What stands after {@code --request-file}: one JSON value, in a file or out of a pipe. */
record RequestFile(Path path) {

    /** It goes along with the command, which may be no larger than that. */
    private static final int MOST_OF_A_PIPE = Answer.MOST_KEPT;

    /** Python's json takes NaN and Infinity. */
    private static final JsonFactory AS_PYTHON_READS_IT = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** @throws CommandFailed if it cannot be read or is not JSON */
    Body body() {
        try {
            var lasting = lasting();
            return lasting.isPresent() ? file(lasting.get()) : once();
        } catch (IOException e) {
            throw refused(
                    Problem.Code.NOT_FOUND,
                    Files.exists(path)
                            ? "the request file " + path + " cannot be read"
                            : "there is no request file " + path,
                    "correct the path after " + Invoke.REQUEST_FILE);
        }
    }

    /**
     * The file, by a name that is the same for the runtime; empty if there is none. A pipe, such as {@code <(jq ...)}, can
     * be read once and here alone, and {@code /dev/stdin} is another file to each process.
     */
    private Optional<Path> lasting() {
        try {
            return Optional.of(path.toRealPath()).filter(Files::isRegularFile);
        } catch (IOException nameless) {
            // Standard input may be a file that was deleted already, as a shell's here-document is.
            return Optional.empty();
        }
    }

    /** The runtime reads it while it is sent: it may be larger than what fits into memory. */
    private Body file(Path lasting) throws IOException {
        try (var parser = AS_PYTHON_READS_IT.createParser(lasting.toFile())) {
            mustBeJson(parser);
        }
        return new Body.File(lasting, Files.size(lasting));
    }

    private Body once() throws IOException {
        try (var in = Files.newInputStream(path)) {
            var bytes = in.readNBytes(MOST_OF_A_PIPE + 1);
            if (bytes.length > MOST_OF_A_PIPE) {
                throw refused(
                        Problem.Code.BAD_VALUE,
                        path + " is no file, and more than " + (MOST_OF_A_PIPE >> 20) + " MiB came out of it",
                        "write it to a file and name that after " + Invoke.REQUEST_FILE);
            }
            try (var parser = AS_PYTHON_READS_IT.createParser(bytes)) {
                mustBeJson(parser);
            }
            return new Body.Bytes(bytes);
        }
    }

    private void mustBeJson(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new JsonParseException(parser, "it is empty");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "something follows after its end");
            }
        } catch (JsonParseException e) {
            var at = e.getLocation();
            throw unreadable(new Problem(
                    Problem.Code.SYNTAX,
                    "",
                    "the request file is not JSON: " + e.getOriginalMessage(),
                    "an endpoint is asked in JSON, such as {\"data\": [[1, 2]]}",
                    new Place(path.toString(), at.getLineNr(), at.getColumnNr())));
        }
    }

    private CommandFailed refused(Problem.Code code, String message, String remedy) {
        return unreadable(new Problem(code, "", message, remedy, new Place(path.toString(), 0, 0)));
    }

    private static CommandFailed unreadable(Problem problem) {
        return CommandFailed.unreadable(List.of(problem));
    }
}
