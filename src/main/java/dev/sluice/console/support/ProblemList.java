package dev.sluice.console.support;

import dev.sluice.domain.Problem;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Problems as people read them: what is wrong, where if it stands in a file, what to do about it. Takes no room while there are none. */
public final class ProblemList extends VBox {

    public ProblemList() {
        getStyleClass().add("problem-list");
        setProblems(List.of());
    }

    public void setProblems(List<Problem> problems) {
        getChildren().setAll(problems.stream().map(ProblemList::entry).toList());
        Presence.showIf(this, !problems.isEmpty());
    }

    private static Node entry(Problem problem) {
        var entry = new VBox(line(problem.what(), "problem-what"));
        entry.getStyleClass().add("problem");
        if (problem.place().isKnown()) {
            entry.getChildren().add(line(problem.place() + "  " + problem.path(), "problem-where"));
        }
        if (!problem.remedy().isEmpty()) {
            entry.getChildren().add(line(Messages.of("problem.remedy", problem.whatToDo()), "problem-remedy"));
        }
        return entry;
    }

    private static Label line(String text, String styleClass) {
        var label = new Label(Unbroken.of(text));
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
