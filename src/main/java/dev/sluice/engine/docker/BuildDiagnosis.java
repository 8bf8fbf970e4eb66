package dev.sluice.engine.docker;

import dev.sluice.engine.conda.InstallComplaint;
import dev.sluice.engine.docker.BuildFailed.Cause;
import dev.sluice.engine.docker.BuildFailed.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds out from what a build has said why it failed, and what a person can try. Pure. */
final class BuildDiagnosis {

    private record Rule(Pattern sign, Function<MatchResult, Reason> reason) {

        Optional<Reason> in(String text) {
            var found = sign.matcher(text);
            return found.find() ? Optional.of(reason.apply(found)) : Optional.empty();
        }
    }

    private static final String IMAGE_REMEDY =
            "pull or load it where there is a network, or let a local image stand in for it: Settings, Image substitutions";

    /** For what Docker itself says of the step. */
    private static final List<Rule> OF_DOCKER = List.of(
            rule("no space left on device|disk quota exceeded", found -> diskFull()),
            rule(
                    "[^\\n]*(?:containerd\\.sock|transport is closing|grpc: the connection is unavailable|context canceled)[^\\n]*",
                    found -> gone(found.group())),
            rule(
                    "(?:COPY|ADD) failed: (?:file not found in build context or excluded by \\.dockerignore: )?stat (?:/\\S*/docker-builder\\d+/)?([^:]+): ",
                    found -> new Reason(
                            Cause.FILE,
                            "there is no " + found.group(1)
                                    + " in the folder that is sent, or .dockerignore leaves it out",
                            "put it there, correct its path, or take it out of .dockerignore")),
            rule(
                    "(?:COPY|ADD) failed: (no source files were specified|forbidden path outside the build context[^()]*)",
                    found -> new Reason(
                            Cause.FILE,
                            found.group(1).strip(),
                            "name files inside the folder of build.path that .dockerignore does not leave out")),
            rule(
                    "parse error (?:on )?line \\d+: (.*)|(?i:unknown instruction: \\S+)|Dockerfile cannot be empty|no build stage in current context",
                    found -> new Reason(Cause.SYNTAX, found.group(), "correct the line")),
            rule(
                    "pull access denied for ([^,\\s]+)",
                    found -> image("the image " + found.group(1)
                            + " is not on this computer, and its registry has none or wants a login")),
            rule(
                    "manifest for (\\S+) not found",
                    found -> image("there is no image " + found.group(1) + " in its registry")),
            rule(
                    "no matching manifest for (\\S+)",
                    found -> image("the image is not there for this computer's processor, " + found.group(1))),
            rule("toomanyrequests[^\\n]*", found -> image("the registry gives out no more for now: " + found.group())),
            rule(
                    "invalid reference format",
                    found -> new Reason(
                            Cause.SYNTAX, "the name of the image to begin from is none", "correct the line")),
            rule(
                    "(?i:no such host|connection refused|i/o timeout|deadline exceeded|request canceled|connection reset"
                            + "|network is unreachable|TLS handshake|x509)[^\\n]*",
                    found -> image("the registry cannot be reached (" + found.group() + ")")),
            rule("exec format error", found -> image("the image is for another processor than this computer's")),
            rule(
                    "exec: \"?/bin/sh\"?",
                    found -> new Reason(
                            Cause.COMMAND,
                            "the image has no shell to run the step in",
                            "begin from an image that has one")));

    /** For what the commands of a step say. */
    private static final List<Rule> OF_COMMANDS = List.of(
            rule("No space left on device|no space left on device", found -> diskFull()),
            rule(
                    "Temporary failure resolving '([^']+)'|Could not connect to ([^\\s:]+)",
                    found -> new Reason(
                            Cause.NETWORK,
                            "the step cannot reach " + (found.group(1) == null ? found.group(2) : found.group(1)),
                            "see that builds have a network; SLUICE_DOCKER_BUILD_NETWORK=host gives them this computer's")),
            rule("E: Unable to locate package (\\S+)", found -> apt(found.group(1))),
            rule("E: Package '([^']+)' has no installation candidate", found -> apt(found.group(1))),
            rule(
                    "E: Version '([^']+)' for '([^']+)' was not found",
                    found -> new Reason(
                            Cause.PACKAGES,
                            found.group(2),
                            "apt has no version " + found.group(1) + " of " + found.group(2),
                            "ask for a version that there is, or for none")),
            rule(
                    "E: Failed to fetch (\\S+)",
                    found -> new Reason(
                            Cause.NETWORK,
                            "apt cannot fetch " + found.group(1),
                            "try again, after an `apt-get update`")));

    private BuildDiagnosis() {}

    private static Rule rule(String sign, Function<MatchResult, Reason> reason) {
        return new Rule(Pattern.compile(sign), reason);
    }

    /**
     * @param lines what the step's commands have said, oldest first
     * @param error Docker's own sentence
     */
    static Reason of(List<String> lines, String error) {
        return first(OF_DOCKER, error)
                .or(() -> first(OF_COMMANDS, String.join("\n", lines)))
                .or(() -> InstallComplaint.of(lines).map(BuildDiagnosis::complaint))
                .orElseGet(() -> command(lines, error));
    }

    private static Optional<Reason> first(List<Rule> rules, String text) {
        return rules.stream().flatMap(rule -> rule.in(text).stream()).findFirst();
    }

    private static Reason complaint(InstallComplaint complaint) {
        var cause = switch (complaint.kind()) {
            case UNKNOWN_PACKAGE -> Cause.UNKNOWN_PACKAGE;
            case NOT_REACHABLE -> Cause.NETWORK;
            case DISK_FULL -> Cause.DISK_FULL;
            case UNKNOWN_VERSION, CONFLICT, NOT_COMPILED -> Cause.PACKAGES;
        };
        return new Reason(cause, complaint.subject(), complaint.what(), complaint.remedy());
    }

    private static Reason command(List<String> lines, String error) {
        var last = lines.isEmpty() ? error : lines.get(lines.size() - 1).strip() + " (" + error + ")";
        if (error.endsWith("code: 137")) {
            return new Reason(
                    Cause.COMMAND,
                    "it was killed, most likely because the memory ran out, or else because Docker was stopped: "
                            + last,
                    "give Docker more memory, or let the step do less at once");
        }
        if (error.endsWith("code: 143")) {
            return new Reason(
                    Cause.COMMAND,
                    "it was told to end, as when Docker is stopped: " + last,
                    "see with `docker info` that it runs, then try again");
        }
        if (error.endsWith("code: 127")) {
            return new Reason(
                    Cause.COMMAND,
                    "a command of it is not in the image: " + last,
                    "install it in a step before, or correct its name");
        }
        return new Reason(Cause.COMMAND, last, "correct the Dockerfile, or what the step needs");
    }

    /** Docker itself has ended, or the part of it that runs containers. */
    static Reason gone(String how) {
        return new Reason(
                Cause.ENGINE_GONE,
                "Docker broke off in the middle of the build: " + how,
                "see with `docker info` that it runs, then try again");
    }

    private static Reason diskFull() {
        return new Reason(
                Cause.DISK_FULL,
                "the disk that Docker keeps its images on is full",
                "make room there, such as with `docker system prune`");
    }

    private static Reason image(String what) {
        return new Reason(Cause.IMAGE, what, IMAGE_REMEDY);
    }

    private static Reason apt(String name) {
        return new Reason(
                Cause.PACKAGES,
                name,
                "apt knows no package " + name,
                "correct its name, and run `apt-get update` in the same step before");
    }
}
