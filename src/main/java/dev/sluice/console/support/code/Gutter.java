package dev.sluice.console.support.code;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.Icons;
import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/**
 * What stands before each line: its number, and whether something is wrong in it.
 *
 * @param digits of the highest number, so that all are as wide
 */
record Gutter(int digits, List<CodeProblem> problems) implements IntFunction<Node> {

    Gutter {
        problems = List.copyOf(problems);
    }

    @Override
    public Node apply(int line) {
        var number = String.format("%" + digits + "d", line + 1);
        var label = new Label(number);
        label.getStyleClass().add("code-line-number");
        var wrong = problems.stream()
                .filter(problem -> problem.line() == line + 1)
                .map(CodeProblem::message)
                .collect(joining("\n"));
        if (!wrong.isEmpty()) {
            label.getStyleClass().add("code-wrong-line");
            label.setGraphic(Icons.of("mdi2a-alert-circle", "state-failed"));
            label.setTooltip(new Tooltip(wrong));
        }
        return label;
    }
}
