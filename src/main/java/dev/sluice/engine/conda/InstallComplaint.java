package dev.sluice.engine.conda;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Why pip, conda, mamba or micromamba did not install what they were asked for, as their own lines tell it.
 *
 * @param subject the package that it is about, as the tool names it; empty if it is about none
 * @param what in one sentence's part, for people
 * @param remedy what a person can do about it
 */
public record InstallComplaint(Kind kind, String subject, String what, String remedy) {

    public enum Kind {
        /** Nobody has a package of that name. */
        UNKNOWN_PACKAGE,
        /** The package is there, this version is not, or not for this Python and machine. */
        UNKNOWN_VERSION,
        CONFLICT,
        NOT_REACHABLE,
        NOT_COMPILED,
        DISK_FULL
    }

    private record Rule(Pattern sign, Function<MatchResult, InstallComplaint> complaint) {

        Optional<InstallComplaint> in(String text) {
            var found = sign.matcher(text);
            return found.find() ? Optional.of(complaint.apply(found)) : Optional.empty();
        }
    }

    private static final String PACKAGE = "- (?:[\\w./:-]+::)?(\\S+[^\\n]*)";

    /** The first that is found counts: what made the others happen stands before them. */
    private static final List<Rule> RULES = List.of(
            rule(
                    "No space left on device|\\[Errno 28\\]|NoSpaceLeftError",
                    found -> new InstallComplaint(
                            Kind.DISK_FULL, "", "the disk is full", "make room on the disk, then try again")),
            rule(
                    "Temporary failure in name resolution|Name or service not known|NewConnectionError|ConnectTimeoutError"
                            + "|CondaHTTPError: [^\\n]*|Failed to establish a new connection|ProxyError|Could not resolve host"
                            + "|Could not connect to server|Download error \\(\\d+\\)|CERTIFICATE_VERIFY_FAILED"
                            + "|Max retries exceeded",
                    found -> new InstallComplaint(
                            Kind.NOT_REACHABLE,
                            "",
                            "the index of packages cannot be reached ("
                                    + found.group().strip() + ")",
                            "see that this computer reaches it, or set PIP_INDEX_URL to one that it reaches, then try again")),
            rule(
                    "Could not find a version that satisfies the requirement (\\S+(?: ?[<>=!~][^()\\n]*)?)[^\\n]*\\(from versions: none\\)",
                    found -> unknown(found.group(1))),
            rule(
                    "Could not find a version that satisfies the requirement (\\S+(?: ?[<>=!~][^()\\n]*)?)[^\\n]*\\(from versions: ([^)]*)\\)",
                    found -> noVersion(found.group(1).strip(), "there are " + newest(found.group(2)))),
            rule("No matching distribution found for (\\S+)", found -> unknown(found.group(1))),
            rule(
                    "Ignored the following versions that require a different python version: [^\\n]*",
                    found -> noVersion("", found.group())),
            rule(
                    "Cannot install ([^\\n]+?) because these package versions have conflicting dependencies",
                    found -> conflict(found.group(1))),
            rule("ResolutionImpossible", found -> conflict("")),
            rule(
                    "(?:PackagesNotFoundError|ResolvePackageNotFound):[^\\n]*\\n(?:\\s*\\n)*\\s*" + PACKAGE,
                    found -> unknown(found.group(1).strip())),
            rule(
                    "nothing provides requested ([^\\n]+)",
                    found -> unknown(found.group(1).replaceAll("\\*\\*$", "*").strip())),
            rule(
                    "[\u2514\u251c]\u2500 ([^\\n]+?) +does not exist \\(perhaps a typo or a missing channel\\)",
                    found -> unknown(found.group(1).replaceAll(" \\*$", "").strip())),
            rule(
                    "[\u2514\u251c]\u2500 ([^\\n]+?) is not installable because [^\\n]*",
                    found -> conflict(found.group(1).replaceAll(" \\*$", ""))),
            rule(
                    "(?:UnsatisfiableError|Encountered problems while solving):[^\\n]*\\n(?:\\s*\\n)*\\s*" + PACKAGE,
                    found -> conflict(found.group(1).strip())),
            rule(
                    "Failed building wheel for (\\S+)|Failed to build ([A-Za-z0-9._-]+)",
                    found -> notCompiled(found.group(1) == null ? found.group(2) : found.group(1))),
            rule("error: subprocess-exited-with-error|error: metadata-generation-failed", found -> notCompiled("")));

    private static Rule rule(String sign, Function<MatchResult, InstallComplaint> complaint) {
        return new Rule(Pattern.compile(sign), complaint);
    }

    /** Empty if these lines, oldest first, hold no complaint that is known. */
    public static Optional<InstallComplaint> of(List<String> lines) {
        var text = String.join("\n", lines);
        return RULES.stream().flatMap(rule -> rule.in(text).stream()).findFirst();
    }

    private static InstallComplaint unknown(String asked) {
        return new InstallComplaint(
                Kind.UNKNOWN_PACKAGE,
                asked,
                "there is no package " + asked + " where it was looked for",
                "correct its name, name the channel or index that has it, or take it out");
    }

    private static InstallComplaint noVersion(String asked, String there) {
        return new InstallComplaint(
                Kind.UNKNOWN_VERSION,
                asked,
                asked.isEmpty()
                        ? "a package is there for other versions of Python only"
                        : "there is no " + asked + " for this Python and machine; " + there,
                "ask for a version that there is");
    }

    private static InstallComplaint conflict(String asked) {
        return new InstallComplaint(
                Kind.CONFLICT,
                asked,
                (asked.isEmpty() ? "what is asked for" : asked)
                        + " cannot be installed together: the versions exclude each other",
                "loosen one of the versions; the log tells which exclude each other");
    }

    private static InstallComplaint notCompiled(String asked) {
        return new InstallComplaint(
                Kind.NOT_COMPILED,
                asked,
                (asked.isEmpty() ? "a package" : asked)
                        + " has no wheel for this Python and could not be built from source",
                "ask for a version that has one, or take an image with the compilers and libraries that it needs");
    }

    private static String newest(String versions) {
        var all = versions.split(", ");
        int from = Math.max(0, all.length - 5);
        return (from > 0 ? "..., " : "") + String.join(", ", List.of(all).subList(from, all.length));
    }
}
