package dev.sluice.console.shell;

import dev.sluice.console.support.Icons;
import dev.sluice.console.support.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Why there is no Docker, what that means, and a way to look again. */
final class EnginePanel extends VBox {

    EnginePanel(EngineViewModel engine) {
        getStyleClass().addAll("engine-panel");
        var title = text(Messages.of("engine.none"), "engine-title");
        title.setGraphic(Icons.of("mdi2i-information-outline", "state-busy"));
        var reason = text("", "engine-reason");
        reason.textProperty().bind(engine.reasonProperty());
        var finding = text("", "engine-finding");
        finding.textProperty().bind(engine.findingProperty());
        HBox.setHgrow(finding, Priority.ALWAYS);
        var again = new Button(Messages.of("engine.again"), Icons.of("mdi2r-refresh"));
        again.getStyleClass().add("engine-again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.disableProperty().bind(engine.lookingProperty());
        again.setOnAction(event -> engine.lookAgain());
        var foot = new HBox(12, again, finding);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(title, reason, text(Messages.of("engine.meaning"), "text-muted"), foot);
    }

    private static Label text(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
