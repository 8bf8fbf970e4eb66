package dev.sluice.console.logs;

import dev.sluice.console.logs.Words.Span;
import dev.sluice.console.support.DeploymentColor;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/**
 * One line: when, who, and the words, in which what is looked for stands out. Of plain texts, and laid out by itself: labels
 * in boxes are three times as many nodes, and thirty lines change in one frame. For the UI thread only.
 */
final class LineRow extends Region {

    private static final double SPACING = 12;
    private static final double CHARACTER = 7.25;

    /** As long as {@code 12:00:00.000}. */
    private static final double TIME_WIDTH = 89;

    private final Text time = text("log-time");
    private final Text instance = text("log-instance");
    private final Text words = text("log-words");

    /** Behind the words; where it goes is known once they are laid out. */
    private final Path marks = new Path();

    private Optional<DeploymentColor> shownColor = Optional.empty();
    private List<Span> found = List.of();
    private final IntegerProperty longestName = new SimpleIntegerProperty() {
        @Override
        protected void invalidated() {
            requestLayout();
        }
    };
    private boolean wrapping;

    LineRow() {
        getStyleClass().add("log-row");
        marks.getStyleClass().add("log-marks");
        marks.setManaged(false);
        instance.getStyleClass().add("of-deployment");
        setMinSize(0, 0);
        getChildren().setAll(marks, time, instance, words);
    }

    private static Text text(String styleClass) {
        var text = new Text();
        text.setTextOrigin(VPos.TOP);
        text.getStyleClass().add(styleClass);
        return text;
    }

    /** @param written when, as it is to be shown; empty for one of the lines that belong to the one before */
    void showTime(boolean shown, String written) {
        time.setVisible(shown);
        time.setText(written);
    }

    void showInstance(String name, Optional<DeploymentColor> color) {
        instance.setText(name);
        if (!color.equals(shownColor)) {
            shownColor.ifPresent(before -> instance.pseudoClassStateChanged(before.pseudoClass(), false));
            color.ifPresent(now -> instance.pseudoClassStateChanged(now.pseudoClass(), true));
            shownColor = color;
        }
    }

    /** @param wanted where in the line what is looked for stands */
    void showWords(String line, List<Span> wanted, boolean wrapped) {
        words.setText(line);
        if (!wanted.equals(found) || wrapped != wrapping) {
            found = wanted;
            wrapping = wrapped;
            requestLayout();
        }
    }

    /** How many characters the longest name has that may stand where the instance does. */
    IntegerProperty longestNameProperty() {
        return longestName;
    }

    String line() {
        return words.getText();
    }

    List<Span> found() {
        return found;
    }

    @Override
    protected double computePrefWidth(double height) {
        words.setWrappingWidth(0);
        return start() + widthOf(words);
    }

    @Override
    protected double computePrefHeight(double width) {
        wrapIn(width);
        return words.getLayoutBounds().getHeight();
    }

    @Override
    protected void layoutChildren() {
        wrapIn(getWidth());
        instance.setLayoutX(afterTime());
        words.setLayoutX(start());
        marks.setLayoutX(start());
        if (!found.isEmpty() || !marks.getElements().isEmpty()) {
            marks.getElements().clear();
            found.forEach(span -> marks.getElements().addAll(words.rangeShape(span.from(), span.to())));
        }
    }

    private void wrapIn(double width) {
        words.setWrappingWidth(wrapping ? Math.max(1, width - start()) : 0);
    }

    /** Where the words begin. */
    private double start() {
        double named = Math.max(longestName.get() * CHARACTER + 2, widthOf(instance));
        return afterTime() + snapSizeX(named) + SPACING;
    }

    private double afterTime() {
        return time.isVisible() ? snapSizeX(Math.max(TIME_WIDTH, widthOf(time))) + SPACING : 0;
    }

    private static double widthOf(Text text) {
        return text.getLayoutBounds().getWidth();
    }
}
