package dev.sluice.console.logs;

import dev.sluice.console.logs.Words.Span;
import java.util.List;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A line's text in which what is looked for stands out. For the UI thread only. */
final class MarkedText extends TextFlow {

    private final Text text = new Text();

    /** Behind the words; where it goes is known once they are laid out. */
    private final Path marks = new Path();

    private List<Span> found = List.of();

    MarkedText() {
        getStyleClass().add("log-text");
        text.getStyleClass().add("log-words");
        marks.getStyleClass().add("log-marks");
        marks.setManaged(false);
        getChildren().setAll(marks, text);
    }

    /** @param wanted where in the line what is looked for stands */
    void show(String line, List<Span> wanted) {
        text.setText(line);
        if (!wanted.equals(found)) {
            found = wanted;
            requestLayout();
        }
    }

    String line() {
        return text.getText();
    }

    List<Span> found() {
        return found;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        marks.getElements().clear();
        found.forEach(span -> marks.getElements().addAll(rangeShape(span.from(), span.to())));
    }
}
