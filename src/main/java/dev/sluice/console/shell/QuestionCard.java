package dev.sluice.console.shell;

import dev.sluice.console.support.ChangeNote;
import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.console.support.Guarded;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.NoteLine;
import dev.sluice.console.support.PendingQuestion;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A question before something that cannot be taken back. Enter and Esc both cancel; the verb must be meant. */
final class QuestionCard extends VBox {

    private final Button cancel = new Button(Messages.of("form.cancel"));

    QuestionCard(Question question, Runnable yes, Runnable no) {
        getStyleClass().add("question");
        setId("question");
        var title = new Label(question.title());
        title.getStyleClass().add("title-4");
        title.setWrapText(true);
        var consequence = new Label(question.consequence());
        consequence.setWrapText(true);
        consequence.setMinHeight(Region.USE_PREF_SIZE);
        var verb = new Button(question.verb());
        verb.setId("question-verb");
        verb.getStyleClass().add("danger");
        verb.setOnAction(event -> yes.run());
        cancel.setCancelButton(true);
        cancel.setDefaultButton(true);
        cancel.setOnAction(event -> no.run());
        var buttons = new HBox(12, cancel, new Guarded(question.needs(), verb));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, consequence);
        if (!question.typed().isEmpty()) {
            getChildren().add(typing(question.typed(), verb));
        }
        question.note().ifPresent(note -> getChildren().add(noting(note, verb)));
        getChildren().add(buttons);
        setMaxSize(460, Region.USE_PREF_SIZE);
    }

    /** Each question is asked in {@code front} until it is answered. */
    static void follow(PendingQuestion questions, Front front) {
        questions
                .openProperty()
                .addListener((o, before, after) ->
                        after.ifPresentOrElse(asked -> ask(asked, questions, front), front::close));
    }

    private static void ask(Question asked, PendingQuestion questions, Front front) {
        var card = new QuestionCard(asked, () -> questions.answer(true), () -> questions.answer(false));
        front.open(card);
        card.cancel.requestFocus();
    }

    /** The verb can be chosen once the user has typed what it is about. */
    private static VBox typing(String wanted, Button verb) {
        var field = new TextField();
        field.setId("question-typed");
        var label = new Label(Messages.of("question.type", wanted));
        label.setLabelFor(field);
        label.setWrapText(true);
        verb.disableProperty().bind(field.textProperty().isNotEqualTo(wanted));
        return new VBox(6, label, field);
    }

    /** Enter, which elsewhere cancels, leads from what was written to the verb: it would be lost otherwise. */
    private static NoteLine noting(ChangeNote note, Button verb) {
        var line = new NoteLine(Messages.of("question.note"), "question-note", note);
        line.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                verb.requestFocus();
            }
        });
        return line;
    }
}
