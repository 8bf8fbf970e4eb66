package dev.sluice.console.overview;

import dev.sluice.console.support.Messages;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A row of joined buttons of which one is pressed: which section is shown. For the UI thread only. */
final class SectionBar extends HBox {

    private final ToggleGroup group = new ToggleGroup();

    /** @param turnTo told of the section that the user chooses */
    SectionBar(List<Section> sections, Consumer<Section> turnTo) {
        getStyleClass().add("section-bar");
        for (var section : sections) {
            var button = new ToggleButton(Messages.of(section.titleKey()));
            button.setId("overview-section-" + section.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add(pill(sections, section));
            button.setToggleGroup(group);
            button.setUserData(section);
            // Pressing the pressed one again must not leave none pressed.
            button.setOnAction(event -> {
                button.setSelected(true);
                turnTo.accept(section);
            });
            getChildren().add(button);
        }
    }

    void press(Section section) {
        group.getToggles().stream()
                .filter(toggle -> section.equals(toggle.getUserData()))
                .forEach(group::selectToggle);
    }

    private static String pill(List<Section> sections, Section section) {
        int at = sections.indexOf(section);
        if (at == 0) {
            return "left-pill";
        }
        return at == sections.size() - 1 ? "right-pill" : "center-pill";
    }
}
