package dev.sluice.reconcile;

import dev.sluice.domain.PackageDifference;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Problem.Code;
import java.util.List;
import java.util.Optional;

/** Says to a person what a scoring server has reported of its failed start. Pure. */
final class BootFailure {

    /** What helps one that has run out of memory. */
    static final String FOR_WANT_OF_MEMORY =
            "load less, take a larger instance_type, start Sluice with a larger --instance-profile for it, or stop"
                    + " something else on this computer";

    private final BootReport report;
    private final CodeCopy code;
    private final List<PackageDifference> differences;

    /** @param differences which packages the environment has otherwise than its conda file asks for */
    BootFailure(BootReport report, CodeCopy code, List<PackageDifference> differences) {
        this.report = report;
        this.code = code;
        this.differences = differences;
    }

    /** @param path what problems of this deployment are said to be about */
    Problem problem(String path) {
        return told(path).at(code.original(report.file(), report.line()));
    }

    private Problem told(String path) {
        if (report.outOfMemory() || report.error().equals("MemoryError")) {
            return outOfMemory(path);
        }
        return switch (report.kind()) {
            case "script_missing" ->
                Problem.of(
                        Code.USER_SCRIPT_NOT_FOUND,
                        path,
                        "there is no scoring script " + where(),
                        "correct code_configuration.scoring_script, which is looked for inside of code_configuration.code");
            case "syntax_error" -> Problem.of(Code.USER_SCRIPT_SYNTAX_ERROR, path, whatAndWhere(), "correct that line");
            case "no_init", "no_run", "bad_run_signature" ->
                Problem.of(
                        Code.USER_SCRIPT_FUNCTION_NOT_FOUND,
                        path,
                        code.shortened(report.message()),
                        "give the scoring script the functions init() and run(data)");
            case "init_timeout" ->
                Problem.of(
                        Code.USER_SCRIPT_INIT_TIMEOUT,
                        path,
                        code.shortened(report.message()),
                        "have init() do less, or set WORKER_TIMEOUT to more seconds");
            case "worker_died" ->
                Problem.of(
                        Code.INSTANCE_EXITED,
                        path,
                        code.shortened(report.message()),
                        "look for what ends the process: a call of exit(), or a library that crashes");
            case "bad_setting", "bad_logging_config", "bad_swagger", "port_taken" ->
                Problem.of(
                        Code.BAD_VALUE,
                        path,
                        (report.setting().isEmpty() ? "" : report.setting() + ": ") + code.shortened(report.message()),
                        "correct it in environment_variables, or in the file that it names");
            default -> ofTheScript(path);
        };
    }

    private Problem outOfMemory(String path) {
        return Problem.of(
                Code.OUT_OF_MEMORY,
                path,
                "there was not enough memory for "
                        + (report.stage().equals("import") ? "what the script imports" : "init()") + in(),
                FOR_WANT_OF_MEMORY);
    }

    private Problem ofTheScript(String path) {
        var kind = report.kind().equals("init_failed") ? Code.USER_SCRIPT_INIT_FAILED : Code.USER_SCRIPT_IMPORT_ERROR;
        if (!report.module().isEmpty()) {
            return missing(kind, path);
        }
        return Problem.of(
                kind,
                path,
                report.what() + in(),
                kind == Code.USER_SCRIPT_INIT_FAILED
                        ? "see the traceback; the model's files are under AZUREML_MODEL_DIR, as listed below it"
                        : "see the traceback, and correct what the script does when it is loaded");
    }

    /** A module that is not there; what the conda file asked for says whose fault that is. */
    private Problem missing(Code kind, String path) {
        var packages = ImportNames.packagesOf(report.module());
        var asked = differences.stream()
                .filter(difference -> difference.isMissing() && packages.contains(difference.name()))
                .findFirst();
        return Problem.of(
                kind,
                path,
                "the module " + report.module() + " is not installed" + asked(asked) + in(),
                asked.map(difference -> "install " + difference.name() + difference.asked()
                                + " into the Python that runs it, or let pip reach an index that has it")
                        .orElse("add the package " + packages.get(0)
                                + " to a conda file for its environment, or install it into the Python that runs it;"
                                + " or correct the import"));
    }

    private static String asked(Optional<PackageDifference> asked) {
        return asked.map(difference -> ", though the conda file asks for " + difference.name() + difference.asked())
                .orElse("");
    }

    private String where() {
        return code.shortened(report.file());
    }

    /** Python says the place of some mistakes of writing itself. */
    private String whatAndWhere() {
        var what = report.what();
        return what.endsWith(", line " + report.line() + ")") ? what : what + in();
    }

    private String in() {
        return report.line() > 0 ? " (" + where() + ", line " + report.line() + ")" : "";
    }

    /** The traceback, with the files as the user knows them. */
    List<String> lines() {
        return report.traceback().stream().map(code::shortened).toList();
    }
}
