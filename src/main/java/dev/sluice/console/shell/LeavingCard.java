package dev.sluice.console.shell;

import dev.sluice.console.desktop.WhenClosed;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks what is to become of what is up when the window is closed. Enter keeps it serving, Esc keeps the window. */
final class LeavingCard extends VBox {

    /** Of the box before it. */
    private static final Insets BELOW_ITS_TEXT = new Insets(0, 0, 0, 24);

    private final CheckBox noMore = new CheckBox(Messages.of("leaving.no-more"));
    private final Button keep = new Button(Messages.of("leaving.keep"));

    /**
     * @param now what would be lost: at least one deployment is up, or one registration under way
     * @param ending what the window does itself, which ends with it whatever is answered
     * @param remember is told the answer first, if the user wants to be asked no more
     */
    LeavingCard(
            Fleet now, List<String> ending, Consumer<Parting> leave, Consumer<WhenClosed> remember, Runnable cancel) {
        getStyleClass().add("question");
        setId("leaving");
        var title = new Label(Messages.of("leaving.title"));
        title.getStyleClass().add("title-4");
        title.setWrapText(true);
        keep.setId("leaving-keep");
        keep.getStyleClass().add("accent");
        keep.setDefaultButton(true);
        keep.setOnAction(event -> {
            rememberIfWanted(remember, WhenClosed.KEEP_SERVING);
            leave.accept(Parting.KEEP_SERVING);
        });
        var stop = new Button(Messages.of("leaving.stop"));
        stop.setId("leaving-stop");
        stop.getStyleClass().addAll("button-outlined", "danger");
        stop.setOnAction(event -> {
            rememberIfWanted(remember, WhenClosed.STOP);
            leave.accept(Parting.STOP);
        });
        var stay = new Button(Messages.of("form.cancel"));
        stay.setId("leaving-cancel");
        stay.setCancelButton(true);
        stay.setOnAction(event -> cancel.run());
        noMore.setId("leaving-no-more");
        var takenBack = text(Messages.of("leaving.taken-back"));
        takenBack.getStyleClass().add("text-muted");
        VBox.setMargin(takenBack, BELOW_ITS_TEXT);
        var buttons = new HBox(12, stay, stop, keep);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(title);
        tell("leaving.up", now.deploymentsUp());
        tell("leaving.registering", now.registrationsRunning());
        if (!ending.isEmpty()) {
            var told = text(Messages.of("leaving.ending", String.join(", ", ending)));
            told.setId("leaving-ending");
            getChildren().add(told);
        }
        getChildren()
                .addAll(
                        text(Messages.of("leaving.kept")),
                        text(Messages.of("leaving.stopped")),
                        new VBox(2, noMore, takenBack),
                        buttons);
        setMaxSize(540, Region.USE_PREF_SIZE);
    }

    private void tell(String key, long number) {
        if (number > 0) {
            getChildren().add(text(Messages.of(key, number)));
        }
    }

    private void rememberIfWanted(Consumer<WhenClosed> remember, WhenClosed answer) {
        if (noMore.isSelected()) {
            remember.accept(answer);
        }
    }

    private static Label text(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    void focusFirst() {
        keep.requestFocus();
    }
}
