package dev.sluice.console.create;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.util.List;
import java.util.stream.Stream;

/** A field of the form where problems are told, and the key of a deployment's file that it stands for. */
enum DraftField {
    MODEL("model"),
    CODE("code_configuration.code"),
    SCRIPT("code_configuration.scoring_script"),
    ENVIRONMENT("environment");

    private final String key;

    DraftField(String key) {
        this.key = key;
    }

    /** What is wrong with it, in the words of a form, which has neither lines nor a folder; empty if nothing is. */
    String problem(List<Problem> problems) {
        return problems.stream().filter(this::isAt).map(DraftField::text).collect(joining(" "));
    }

    /** What is wrong with none of them. */
    static List<Problem> elsewhere(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> Stream.of(values()).noneMatch(field -> field.isAt(problem)))
                .map(problem -> problem.at(Place.NOWHERE))
                .toList();
    }

    private boolean isAt(Problem problem) {
        return problem.path().equals(key) || problem.path().startsWith(key + ".");
    }

    private static String text(Problem problem) {
        boolean isAbsent =
                problem.code() == Problem.Code.NOT_FOUND && problem.place().isKnown();
        var remedy = isAbsent ? Messages.of("create.not-there") : problem.whatToDo();
        return remedy.isEmpty() ? problem.what() : problem.what() + " " + Messages.of("problem.remedy", remedy);
    }
}
