package dev.sluice.console.settings;

import static dev.sluice.console.support.Presence.say;

import dev.sluice.console.support.Icons;
import dev.sluice.console.support.Messages;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How a line of the settings looks: fields, buttons, and below them what is wrong. */
final class SettingsRows {

    /** AtlantaFX draws a field of this state in its danger colour. */
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private static final int COLUMNS_OF_A_NUMBER = 5;

    private SettingsRows() {}

    static Node substitution(SubstitutionRow row, boolean isFirst, SettingsViewModel model) {
        var pattern = field(row.patternProperty(), row.patternProblem(), "settings.images.pattern");
        pattern.setPromptText(Messages.of("settings.images.pattern.prompt"));
        var image = field(row.imageProperty(), row.imageProblem(), "settings.images.image");
        image.setPromptText(Messages.of("settings.images.image.prompt"));
        var up = button("mdi2a-arrow-up", "settings.images.up", () -> model.moveUp(row));
        up.setDisable(isFirst);
        var remove = button("mdi2d-delete-outline", "settings.images.remove", () -> model.remove(row));
        return line(row.problem(), pattern, Icons.of("mdi2a-arrow-right"), image, up, remove);
    }

    static Node profile(ProfileRow row, SettingsViewModel model) {
        var name = field(row.nameProperty(), row.nameProblem(), "settings.profiles.name");
        name.setPromptText(Messages.of("settings.profiles.name.prompt"));
        var cores = number(row.coresProperty(), row.coresProblem(), "settings.profiles.cores");
        var memory = number(row.memoryProperty(), row.memoryProblem(), "settings.profiles.memory");
        var remove = button("mdi2d-delete-outline", "settings.profiles.remove", () -> model.remove(row));
        return line(
                row.problem(),
                name,
                Icons.of("mdi2a-arrow-right"),
                cores,
                unit("settings.profiles.unit.cores"),
                memory,
                unit("settings.profiles.unit.memory"),
                remove);
    }

    private static Node line(StringExpression problem, Node... parts) {
        var line = new HBox(parts);
        line.getStyleClass().add("substitution");
        var told = new Label();
        told.getStyleClass().add("field-problem");
        told.setWrapText(true);
        say(told, problem);
        return new VBox(4, line, told);
    }

    private static TextField number(StringProperty text, StringExpression problem, String name) {
        var field = field(text, problem, name);
        HBox.setHgrow(field, Priority.NEVER);
        field.setPrefColumnCount(COLUMNS_OF_A_NUMBER);
        field.setMinWidth(Region.USE_PREF_SIZE);
        return field;
    }

    private static Label unit(String key) {
        var label = new Label(Messages.of(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static TextField field(StringProperty text, StringExpression problem, String name) {
        var field = new TextField();
        field.textProperty().bindBidirectional(text);
        field.setAccessibleText(Messages.of(name));
        HBox.setHgrow(field, Priority.ALWAYS);
        field.pseudoClassStateChanged(DANGER, !problem.get().isEmpty());
        problem.addListener((o, before, after) -> field.pseudoClassStateChanged(DANGER, !after.isEmpty()));
        return field;
    }

    private static Button button(String icon, String name, Runnable action) {
        var button = new Button("", Icons.of(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setAccessibleText(Messages.of(name));
        button.setTooltip(new Tooltip(Messages.of(name)));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
