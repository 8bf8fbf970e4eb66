package dev.sluice.console.activity;

import static java.util.stream.Collectors.joining;

import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor.Face;
import dev.sluice.domain.Deed;
import dev.sluice.domain.Deed.Kind;
import dev.sluice.domain.Happening.Verdict;
import dev.sluice.domain.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Those entries of the journal that people asked for, as a shell script that does the same with the cloud's command line
 * and gets to its end: what was refused, or asked for and given up, is a comment that says why. What happened by itself is
 * not in it. Pure.
 */
final class CloudScript {

    private static final String HEAD = """
            #!/usr/bin/env bash
            # What was done with Sluice, as commands of the cloud's CLI. Say first where:
            #   az configure --defaults group=<resource group> workspace=<workspace>
            # What was refused or failed here is a comment, so that the script gets to its end.
            set -euo pipefail
            files=$(mktemp -d)
            trap 'rm -rf "$files"' EXIT
            """;

    /** Why what an entry had begun was given up, by the entry's number. */
    private final Map<Long, String> givenUp;

    /** What was created here, and is not by the script, since it came to nothing. */
    private final Set<Target> leftOut = new HashSet<>();

    private CloudScript(Map<Long, String> givenUp) {
        this.givenUp = givenUp;
    }

    /** @param entries oldest first */
    static String of(List<Activity> entries) {
        var script = new CloudScript(givenUp(entries));
        return entries.stream()
                .filter(entry -> entry.actor().face() != Face.SYSTEM)
                .map(script::step)
                .collect(joining("\n", HEAD + "\n", ""));
    }

    /**
     * The journal tells the end of what was begun in an entry of its own, at the same deployment. That may be filtered out;
     * but only what has failed can be created once more without being deleted.
     */
    private static Map<Long, String> givenUp(List<Activity> entries) {
        var begun = new HashMap<Target, Long>();
        var ends = new HashMap<Long, String>();
        for (var entry : entries) {
            var deed = entry.deed();
            if (isBegun(deed.kind()) && entry.verdict() == Verdict.APPLIED) {
                var earlier = begun.put(deed.target(), entry.number());
                if (earlier != null && deed.kind() == Kind.CREATE_DEPLOYMENT) {
                    ends.put(earlier, "it was deleted and created again");
                }
            } else if (deed.kind() == Kind.DELETE_DEPLOYMENT && entry.verdict() == Verdict.APPLIED) {
                begun.remove(deed.target());
            } else if (deed.kind() == Kind.DELETE_ENDPOINT && entry.verdict() == Verdict.APPLIED) {
                begun.keySet()
                        .removeIf(
                                target -> target.endpoint().equals(deed.target().endpoint()));
            } else if (isCancelled(entry) && begun.containsKey(deed.target())) {
                ends.put(begun.remove(deed.target()), "it was cancelled");
            } else if (deed.kind() == Kind.GIVEN_UP && begun.containsKey(deed.target())) {
                ends.put(begun.remove(deed.target()), entry.why());
            }
        }
        return ends;
    }

    private static boolean isBegun(Kind kind) {
        return kind == Kind.CREATE_DEPLOYMENT || kind == Kind.UPDATE_DEPLOYMENT;
    }

    /** Of an update; whoever cancels what is being created has it deleted. */
    private static boolean isCancelled(Activity entry) {
        return entry.deed().kind() == Kind.CANCEL && entry.verdict() == Verdict.APPLIED;
    }

    private String step(Activity entry) {
        var actor = entry.actor();
        var reason = actor.reason().isEmpty() ? "" : ": " + actor.reason();
        return "# " + entry.at() + " " + actor.user() + reason + "\n"
                + lines(entry).stream().map(line -> line + "\n").collect(joining());
    }

    private List<String> lines(Activity entry) {
        var deed = entry.deed();
        if (entry.verdict() != Verdict.APPLIED) {
            return comment("It was refused here: " + entry.why(), deed);
        } else if (givenUp.containsKey(entry.number())) {
            if (deed.kind() == Kind.CREATE_DEPLOYMENT) {
                leftOut.add(deed.target());
            }
            return comment("It came to nothing here: " + givenUp.get(entry.number()), deed);
        }
        return switch (deed.kind()) {
            case CREATE_DEPLOYMENT -> {
                leftOut.remove(deed.target());
                yield CloudCommands.of(deed);
            }
            case DELETE_ENDPOINT -> {
                leftOut.removeIf(
                        target -> target.endpoint().equals(deed.target().endpoint()));
                yield CloudCommands.of(deed);
            }
            case UPDATE_DEPLOYMENT, SCALE, DELETE_DEPLOYMENT -> change(deed);
            default -> CloudCommands.of(deed);
        };
    }

    private List<String> change(Deed deed) {
        if (leftOut.contains(deed.target())) {
            return comment("It was not created above", deed);
        }
        return CloudCommands.of(deed);
    }

    /** Of the commands only what would have been called, without the files that they read. */
    private static List<String> comment(String why, Deed deed) {
        return Stream.concat(
                        Stream.of(why.strip().replaceAll("\\s*\\R\\s*", " ")),
                        CloudCommands.of(deed).stream().filter(line -> line.startsWith("az ")))
                .map(line -> "# " + line)
                .toList();
    }
}
