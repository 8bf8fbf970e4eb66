package dev.sluice.cli;

import dev.sluice.control.Answer;
import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Body;
import dev.sluice.control.Invocation.Field;
import dev.sluice.control.Invocation.Head;
import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EndpointName;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code ml online-endpoint invoke}. */
final class Invoke {

    static final Flag REQUEST_FILE =
            Flag.text("FILE", "Local path to the JSON file containing the request data.", "--request-file", "-r");
    static final Flag DEPLOYMENT =
            Flag.text("DEPLOYMENT", "Name of the deployment to target.", "--deployment-name", "-d");

    private static final int OK = 200;

    private static final Head JSON = new Head("POST", "/score", List.of(new Field("Content-Type", "application/json")));

    private Invoke() {}

    static void run(Session session, Arguments given) {
        var endpoint = given.endpoint(Flags.NAME);
        var body = given.file(REQUEST_FILE)
                .map(file -> new RequestFile(file).body())
                .orElse(new Body.None());
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
}
