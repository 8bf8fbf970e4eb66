package dev.sluice.reconcile;

import dev.sluice.domain.Probe;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Problem.Code;
import dev.sluice.engine.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why an instance is no more, or was given up while it still ran, and the lines of its log that show it. Pure.
 *
 * @param lines the traceback of the user's own code where there is one, else the log's last lines
 */
record Diagnosis(Problem problem, List<String> lines) {

    private static final int LAST_LINES = 20;
    private static final int MOST_FILES_LISTED = 40;

    /** What the scoring server says to people; counts where its report for programs was cut off. */
    private static final Pattern BOOT_LINE = Pattern.compile("sluice\\.boot - (UserScript\\w+): (.*)");

    /** How each record of the log begins: time, level, process, logger. */
    private static final Pattern RECORD = Pattern.compile("\\S+ \\S+ [A-Z] \\[\\d+\\] \\S+ - ");

    private static final String FILES_OF_THE_MODEL = "Model Directory Contents:";

    private static final Map<String, Code> CODES = Map.of(
            "UserScriptFunctionNotFound", Code.USER_SCRIPT_FUNCTION_NOT_FOUND,
            "UserScriptImportError", Code.USER_SCRIPT_IMPORT_ERROR,
            "UserScriptInitFailed", Code.USER_SCRIPT_INIT_FAILED);

    Diagnosis {
        lines = List.copyOf(lines);
    }

    /** @param log the instance's newest lines, oldest first */
    static Diagnosis of(Tracked tracked, Circumstances circumstances, List<String> log) {
        var path = tracked.deployment().toString();
        var report = BootReport.in(log);
        if (report.isPresent()) {
            var failure = new BootFailure(report.get(), circumstances.code(), circumstances.differences());
            var traceback = failure.lines();
            return new Diagnosis(
                    failure.problem(path),
                    traceback.isEmpty()
                            ? lastOf(log)
                            : Stream.concat(traceback.stream(), filesOfTheModel(log).stream())
                                    .toList());
        }
        return new Diagnosis(said(path, log).orElseGet(() -> plain(tracked, circumstances)), lastOf(log));
    }

    /** In a few words: "exit code 3", "not ready in time". */
    static String reason(Tracked tracked) {
        return tracked.end();
    }

    private static List<String> lastOf(List<String> log) {
        var forPeople = log.stream().filter(line -> !BootReport.isOne(line)).toList();
        return forPeople.subList(Math.max(0, forPeople.size() - LAST_LINES), forPeople.size());
    }

    /** Most of what fails in init() does not find its file: which there are is told before the report. */
    private static List<String> filesOfTheModel(List<String> log) {
        return log.stream()
                .dropWhile(line -> !line.endsWith(FILES_OF_THE_MODEL))
                .takeWhile(line -> !BootReport.isOne(line))
                .map(line -> RECORD.matcher(line).replaceFirst(""))
                .limit(MOST_FILES_LISTED)
                .toList();
    }

    private static Optional<Problem> said(String path, List<String> log) {
        return log.stream()
                .map(BOOT_LINE::matcher)
                .filter(matcher -> matcher.find())
                .reduce((first, last) -> last)
                .map(boot -> Problem.of(
                        CODES.getOrDefault(boot.group(1), Code.INSTANCE_EXITED),
                        path,
                        boot.group(2),
                        "see the instance's last lines"));
    }

    /** It runs, and has failed its readiness probe too often. */
    static Problem unready(Tracked tracked, Probe readiness) {
        return Problem.of(
                Code.RESOURCE_NOT_READY,
                tracked.deployment().toString(),
                "instance " + tracked.name() + " has failed its readiness probe " + readiness.failureThreshold()
                        + " times in a row and gets no requests until it is ready again",
                "look at its log; if it is only slow to answer, raise readiness_probe.timeout or failure_threshold");
    }

    private static Problem notAlive(Tracked tracked) {
        return Problem.of(
                Code.RESOURCE_NOT_READY,
                tracked.deployment().toString(),
                "instance " + tracked.name() + " runs, but failed its liveness probe too often and is replaced",
                "look at its last lines; if it is only slow to answer, raise liveness_probe.timeout or failure_threshold");
    }

    private static Problem plain(Tracked tracked, Circumstances circumstances) {
        if (tracked.fault() == Tracked.Fault.NOT_ALIVE) {
            return notAlive(tracked);
        }
        return tracked.instance().status() instanceof Instance.Status.Ended ended
                ? ended(tracked, ended)
                : neverReady(tracked, circumstances);
    }

    private static Problem ended(Tracked tracked, Instance.Status.Ended ended) {
        boolean isOutOfMemory = ended.cause() == Instance.Cause.OUT_OF_MEMORY;
        return Problem.of(
                isOutOfMemory ? Code.OUT_OF_MEMORY : Code.INSTANCE_EXITED,
                tracked.deployment().toString(),
                "instance " + tracked.name() + " has ended: " + ended.reason(),
                isOutOfMemory ? BootFailure.FOR_WANT_OF_MEMORY : "look at its last lines for what ended it");
    }

    private static Problem neverReady(Tracked tracked, Circumstances circumstances) {
        boolean wasHeard = circumstances.wasHeard();
        return Problem.of(
                wasHeard ? Code.RESOURCE_NOT_READY : Code.PORT_NEVER_OPENED,
                tracked.deployment().toString(),
                "instance " + tracked.name() + " did not become ready within "
                        + circumstances.budget().toSeconds() + " s: "
                        + (wasHeard
                                ? "it answered, but never with 200"
                                : "it never opened its port, which a scoring server does when init() has ended"),
                wasHeard
                        ? "see that the readiness route is right; if it only needs longer, raise"
                                + " readiness_probe.failure_threshold"
                        : "see what init() waits for; if it only needs longer, raise readiness_probe.failure_threshold");
    }
}
