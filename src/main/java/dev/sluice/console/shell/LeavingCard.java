package dev.sluice.console.shell;

import dev.sluice.console.support.Messages;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks what is to become of what is up when the window is closed. Enter keeps it serving, Esc keeps the window. */
final class LeavingCard extends VBox {

    private final Button keep = new Button(Messages.of("leaving.keep"));

    /** @param up how many deployments are; at least one */
    LeavingCard(long up, Consumer<Parting> leave, Runnable cancel) {
        getStyleClass().add("question");
        setId("leaving");
        var title = new Label(Messages.of("leaving.title"));
        title.getStyleClass().add("title-4");
        title.setWrapText(true);
        keep.setId("leaving-keep");
        keep.getStyleClass().add("accent");
        keep.setDefaultButton(true);
        keep.setOnAction(event -> leave.accept(Parting.KEEP_SERVING));
        var stop = new Button(Messages.of("leaving.stop"));
        stop.setId("leaving-stop");
        stop.getStyleClass().addAll("button-outlined", "danger");
        stop.setOnAction(event -> leave.accept(Parting.STOP));
        var stay = new Button(Messages.of("form.cancel"));
        stay.setId("leaving-cancel");
        stay.setCancelButton(true);
        stay.setOnAction(event -> cancel.run());
        var buttons = new HBox(12, stay, stop, keep);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .addAll(
                        title,
                        text(Messages.of("leaving.up", up)),
                        text(Messages.of("leaving.kept")),
                        text(Messages.of("leaving.stopped")),
                        buttons);
        setMaxSize(540, Region.USE_PREF_SIZE);
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
