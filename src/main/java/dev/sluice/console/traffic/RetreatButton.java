package dev.sluice.console.traffic;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentName;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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

    /** Of small letters so many stand in a line. */
    private static final int LINE = 20;

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
        setAccessibleText(Messages.of("traffic.all-to", row.name()));
        words.setText(Messages.of("traffic.all-to", inLines(row.name().text())));
        standing.setText(Messages.of(standing(isUnable, hasAll)));
        getTooltip().setText(isUnable ? row.againstAll() : Messages.of("traffic.all-to.hint", row.name()));
        setOnAction(event -> pressed.accept(row.name()));
    }

    /** A long name is broken behind the hyphen next to its middle; the toolkit would do it within a word. */
    private static String inLines(String name) {
        int middle = name.length() / 2;
        return name.length() <= LINE
                ? name
                : IntStream.range(1, name.length())
                        .filter(place -> name.charAt(place - 1) == '-')
                        .boxed()
                        .min(Comparator.comparingInt(place -> Math.abs(place - middle)))
                        .map(place -> name.substring(0, place) + "\n" + name.substring(place))
                        .orElse(name);
    }

    private static String standing(boolean isUnable, boolean hasAll) {
        if (isUnable) {
            return "traffic.retreat.unable";
        }
        return hasAll ? "traffic.retreat.has-all" : "traffic.retreat.at-once";
    }
}
