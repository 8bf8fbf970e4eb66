package dev.sluice.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.sluice.control.Answer;
import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Body;
import dev.sluice.control.Invocation.Field;
import dev.sluice.control.Invocation.Head;
import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ml online-endpoint invoke}. */
final class Invoke {

    static final Flag REQUEST_FILE =
            Flag.text("FILE", "Local path to the JSON file containing the request data.", "--request-file", "-r");
    static final Flag DEPLOYMENT =
            Flag.text("DEPLOYMENT", "Name of the deployment to target.", "--deployment-name", "-d");

    private static final int OK = 200;

    private static final Head JSON = new Head("POST", "/score", List.of(new Field("Content-Type", "application/json")));

    /** Python's json takes NaN and Infinity. */
    private static final JsonFactory AS_PYTHON_READS_IT = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private Invoke() {}

    static void run(Session session, Arguments given) {
        var endpoint = given.endpoint(Flags.NAME);
        var body = given.file(REQUEST_FILE).map(Invoke::json).orElse(new Body.None());
        var target = target(session, given, endpoint);
        var answer = session.answered(session.control().invoke(new Invocation(endpoint, target, JSON, body)));
        if (answer.isCut()) {
            throw CommandFailed.because(
                    "the answer has " + answer.size() + " bytes, of which the first " + answer.body().length
                            + " are kept here; a part of it would be no answer",
                    "ask for less at once, or fetch it from the endpoint's scoring_uri, by curl for instance");
        }
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() != OK) {
            throw refused(answer, text);
        }
        session.print(Shapes.text(text));
    }

    /** A deployment that is not there is said before anything is sent (reference F1). */
    private static Target target(Session session, Arguments given, EndpointName name) {
        var endpoint = session.endpoint(name);
        if (!given.has(DEPLOYMENT)) {
            return new Target.ByTraffic();
        }
        var pinned = given.deployment(DEPLOYMENT);
        Session.in(endpoint, new DeploymentId(name, pinned));
        return new Target.Pinned(pinned);
    }

    private static CommandFailed refused(Answer answer, String text) {
        var by = answer.answeredBy().isEmpty() ? "The endpoint" : answer.answeredBy();
        return CommandFailed.because(
                by + " answered with status " + answer.status() + reason(answer) + ": " + text,
                "see the deployment's log by 'ml online-deployment get-logs'; the request's id is "
                        + answer.requestId());
    }

    private static String reason(Answer answer) {
        var reason = answer.header("ms-azureml-model-error-reason");
        return reason.isEmpty() ? "" : " (" + reason + ")";
    }

    /** The runtime reads it while it is sent: it may be larger than what fits into memory. */
    private static Body json(Path file) {
        try {
            mustBeJson(file);
            return new Body.File(file.toAbsolutePath(), Files.size(file));
        } catch (IOException e) {
            throw unreadable(
                    new Place(file.toString(), 0, 0),
                    Problem.Code.NOT_FOUND,
                    Files.exists(file)
                            ? "the request file " + file + " cannot be read"
                            : "there is no request file " + file,
                    "correct the path after " + REQUEST_FILE);
        }
    }

    private static void mustBeJson(Path file) throws IOException {
        try (var parser = AS_PYTHON_READS_IT.createParser(file.toFile())) {
            if (parser.nextToken() == null) {
                throw new JsonParseException(parser, "it is empty");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "something follows after its end");
            }
        } catch (JsonParseException e) {
            var at = e.getLocation();
            throw unreadable(
                    new Place(file.toString(), at.getLineNr(), at.getColumnNr()),
                    Problem.Code.SYNTAX,
                    "the request file is not JSON: " + e.getOriginalMessage(),
                    "an endpoint is asked in JSON, such as {\"data\": [[1, 2]]}");
        }
    }

    private static CommandFailed unreadable(Place place, Problem.Code code, String message, String remedy) {
        return CommandFailed.unreadable(List.of(new Problem(code, "", message, remedy, place)));
    }
}
