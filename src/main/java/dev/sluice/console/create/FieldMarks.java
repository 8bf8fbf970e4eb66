package dev.sluice.console.create;

import static dev.sluice.console.support.Presence.say;

import javafx.beans.binding.StringExpression;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;

/** Shows what is wrong with a field at the field: a red frame, and the reason below it. */
final class FieldMarks {

    /** AtlantaFX draws a field of this state in its danger colour. */
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private FieldMarks() {}

    static void bind(TextInputControl field, Label reason, StringExpression problem) {
        say(reason, problem);
        field.pseudoClassStateChanged(DANGER, !problem.get().isEmpty());
        problem.addListener((o, before, after) -> field.pseudoClassStateChanged(DANGER, !after.isEmpty()));
    }
}
