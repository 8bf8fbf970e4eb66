package dev.sluice.console.traffic;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentName;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/**
 * The one large button that ends a rollout, in the colour and with the name of who is given all. Never disabled: who presses
 * it in an emergency gets an answer, if only why it cannot be.
 */
final class RetreatButton extends Button {

    private static final PseudoClass HAS_ALL = PseudoClass.getPseudoClass("has-all");
    private static final PseudoClass UNABLE = PseudoClass.getPseudoClass("unable");

    /** In small letters, since it takes several lines. */
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

    private static final int LONG_NAME = 12;

    private final Label words = new Label();
    private final Label standing = new Label();

    RetreatButton() {
        setId("traffic-all-to");
        getStyleClass().addAll("retreat", DeploymentColor.BLUE.styleClass());
        words.getStyleClass().add("retreat-words");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        standing.getStyleClass().add("retreat-standing");
        var both = new VBox(2, words, standing);
        both.setAlignment(Pos.CENTER);
        setGraphic(both);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setTooltip(new Tooltip());
        accessibleHelpProperty().bind(getTooltip().textProperty());
    }

    /** @param pressed gets who is given all */
    void show(ShareRow row, DeploymentColor color, Consumer<DeploymentName> pressed) {
        boolean isUnable = !row.againstAll().isEmpty();
        boolean hasAll = !isUnable && row.hasAllInForce();
        getStyleClass().set(getStyleClass().size() - 1, color.styleClass());
        pseudoClassStateChanged(LONG, row.name().text().length() > LONG_NAME);
        pseudoClassStateChanged(UNABLE, isUnable);
        pseudoClassStateChanged(HAS_ALL, hasAll);
        words.setText(Messages.of("traffic.all-to", row.name()));
        setAccessibleText(words.getText());
        standing.setText(Messages.of(standing(isUnable, hasAll)));
        getTooltip().setText(isUnable ? row.againstAll() : Messages.of("traffic.all-to.hint", row.name()));
        setOnAction(event -> pressed.accept(row.name()));
    }

    private static String standing(boolean isUnable, boolean hasAll) {
        if (isUnable) {
            return "traffic.retreat.unable";
        }
        return hasAll ? "traffic.retreat.has-all" : "traffic.retreat.at-once";
    }
}
