package dev.sluice.console.shell;

import dev.sluice.console.support.Guarded;
import dev.sluice.console.support.Icons;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Notice;
import dev.sluice.console.support.ProblemList;
import dev.sluice.console.support.Unbroken;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Draws a notice. What went well goes away by itself; what did not stays until it is dismissed. */
final class NoticeCard {

    private static final Duration READING_TIME = Duration.seconds(5);

    /** Long enough to see what a change does before taking it back. */
    private static final Duration THINKING_TIME = Duration.seconds(20);

    /** The id of the button that does what the notice offers. */
    static final String ACTION = "notice-action";

    static final String DISMISS = "notice-dismiss";

    private NoticeCard() {}

    static Node of(Notice notice, Runnable dismiss) {
        if (notice instanceof Notice.Done) {
            return leaving(READING_TIME, dismiss, card("mdi2c-check-circle", "state-ready", notice, dismiss));
        }
        if (notice instanceof Notice.Reversible reversible) {
            var card = card("mdi2c-check-circle", "state-ready", notice, dismiss);
            var button = button(notice, reversible.verb(), reversible.action(), dismiss);
            return leaving(THINKING_TIME, dismiss, cardWith(card, new HBox(new Guarded(reversible.needs(), button))));
        }
        if (notice instanceof Notice.Elsewhere elsewhere) {
            var card = card("mdi2i-information", "state-leaving", notice, dismiss);
            var button = button(notice, elsewhere.verb(), elsewhere.action(), dismiss);
            return cardWith(card, new VBox(8, text(elsewhere.why()), button));
        }
        if (notice instanceof Notice.Refused refused) {
            var problems = new ProblemList();
            problems.setProblems(refused.problems());
            var body = new VBox(8, problems);
            refused.way().ifPresent(way -> body.getChildren().add(button(notice, way.verb(), way.go(), dismiss)));
            return cardWith(card("mdi2a-alert-circle", "state-busy", notice, dismiss), body);
        }
        if (notice instanceof Notice.WorthKnowing known) {
            var text = text(String.join("\n", known.sentences()));
            return cardWith(card("mdi2i-information", "state-leaving", notice, dismiss), text);
        }
        var why = text(((Notice.Failure) notice).why());
        return cardWith(card("mdi2c-close-circle", "state-failed", notice, dismiss), why);
    }

    /** It does not go away under the hands of who has the keyboard or the mouse in it. */
    private static Node leaving(Duration time, Runnable dismiss, Node card) {
        var leave = new PauseTransition(time);
        leave.setOnFinished(event -> {
            if (card.isFocusWithin() || card.isHover()) {
                leave.playFromStart();
            } else {
                dismiss.run();
            }
        });
        leave.play();
        return card;
    }

    private static Button button(Notice notice, String verb, Runnable action, Runnable dismiss) {
        var button = new Button(verb);
        button.setId(ACTION);
        button.setAccessibleHelp(notice.spoken());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            dismiss.run();
            action.run();
        });
        return button;
    }

    private static Label text(String sentences) {
        var label = new Label(Unbroken.of(sentences));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static VBox card(String icon, String styleClass, Notice notice, Runnable dismiss) {
        var title = new Label(Unbroken.of(notice.title()));
        title.getStyleClass().add("notice-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var close = new Button("", Icons.of("mdi2c-close"));
        close.getStyleClass().addAll("flat", "small", "button-icon");
        close.setId(DISMISS);
        close.setAccessibleText(Messages.of("notice.dismiss"));
        close.setAccessibleHelp(notice.spoken());
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> dismiss.run());
        var head = new HBox(Icons.of(icon, styleClass), title, close);
        head.getStyleClass().add("notice-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(Region.USE_PREF_SIZE);
        var card = new VBox(head);
        card.getStyleClass().add("notice");
        return card;
    }

    private static VBox cardWith(VBox card, Region body) {
        body.getStyleClass().add("notice-body");
        card.getChildren().add(body);
        return card;
    }
}
