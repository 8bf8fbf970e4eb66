package dev.sluice.reconcile;

import dev.sluice.domain.Probe;
import dev.sluice.domain.Problem;
import dev.sluice.engine.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes out of an instance's end and its last log lines what a person needs to know. Pure. */
final class Diagnosis {

    /** The scoring server's last words on a failed boot. */
    private static final Pattern BOOT_LINE = Pattern.compile("sluice\\.boot - (UserScript\\w+): (.*)");

    private static final Map<String, Problem.Code> CODES = Map.of(
            "UserScriptFunctionNotFound", Problem.Code.USER_SCRIPT_FUNCTION_NOT_FOUND,
            "UserScriptImportError", Problem.Code.USER_SCRIPT_IMPORT_ERROR,
            "UserScriptInitFailed", Problem.Code.USER_SCRIPT_INIT_FAILED);

    private static final Map<Problem.Code, String> REMEDIES = Map.of(
            Problem.Code.USER_SCRIPT_FUNCTION_NOT_FOUND, "give the scoring script the functions init() and run(data)",
            Problem.Code.USER_SCRIPT_IMPORT_ERROR, "correct the script, or add the missing package to the environment",
            Problem.Code.USER_SCRIPT_INIT_FAILED, "see the traceback; model files are under AZUREML_MODEL_DIR");

    private Diagnosis() {}

    /** Why the instance is no more, or was given up while it still ran. */
    static Problem of(Tracked tracked, Duration budget, List<String> lines) {
        return lines.stream()
                .map(BOOT_LINE::matcher)
                .filter(matcher -> matcher.find())
                .reduce((first, last) -> last)
                .map(boot -> script(
                        tracked, CODES.getOrDefault(boot.group(1), Problem.Code.RESOURCE_NOT_READY), boot.group(2)))
                .orElseGet(() -> plain(tracked, budget));
    }

    /** In a few words: "exit code 3", "not ready in time". */
    static String reason(Tracked tracked) {
        return tracked.end();
    }

    private static Problem script(Tracked tracked, Problem.Code code, String message) {
        return Problem.of(
                code,
                tracked.deployment().toString(),
                message,
                REMEDIES.getOrDefault(code, "see the instance's last lines"));
    }

    /** It runs, and has failed its readiness probe too often. */
    static Problem unready(Tracked tracked, Probe readiness) {
        return Problem.of(
                Problem.Code.RESOURCE_NOT_READY,
                tracked.deployment().toString(),
                "instance " + tracked.name() + " has failed its readiness probe " + readiness.failureThreshold()
                        + " times in a row and gets no requests until it is ready again",
                "look at its log; if it is only slow to answer, raise readiness_probe.timeout or failure_threshold");
    }

    private static Problem notAlive(Tracked tracked) {
        return Problem.of(
                Problem.Code.RESOURCE_NOT_READY,
                tracked.deployment().toString(),
                "instance " + tracked.name() + " runs, but failed its liveness probe too often and is replaced",
                "look at its last lines; if it is only slow to answer, raise liveness_probe.timeout or failure_threshold");
    }

    private static Problem plain(Tracked tracked, Duration budget) {
        if (tracked.fault() == Tracked.Fault.NOT_ALIVE) {
            return notAlive(tracked);
        }
        var what = tracked.instance().status() instanceof Instance.Status.Ended ended
                ? "has ended: " + ended.reason()
                : "did not become ready within " + budget.toSeconds() + " s";
        return Problem.of(
                Problem.Code.RESOURCE_NOT_READY,
                tracked.deployment().toString(),
                "instance " + tracked.name() + " " + what,
                "look at its last lines; if it only needs longer, raise readiness_probe.failure_threshold");
    }
}
