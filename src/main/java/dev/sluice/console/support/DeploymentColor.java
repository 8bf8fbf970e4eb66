package dev.sluice.console.support;

import dev.sluice.domain.DeploymentName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One of the six colours that tell an endpoint's deployments apart, the same in tree, tables, bars and charts. Each is
 * to be told from the light and the dark ground (contrast 3:1 or more), so that charts need not change with the theme, and
 * bears white text (4.5:1). For text in the colour itself there is {@code -deployment-ink}.
 */
public enum DeploymentColor {
    BLUE("#1d75d8", "blue"),
    GREEN("#208744", "green"),
    ORANGE("#b45f12", "orange", "canary", "amber", "yellow"),
    PURPLE("#8659e8", "purple", "violet"),
    TEAL("#108192", "teal", "cyan"),
    PINK("#cb3c92", "pink", "red", "magenta");

    private final String hex;
    private final List<String> words;

    DeploymentColor(String hex, String... words) {
        this.hex = hex;
        this.words = List.of(words);
    }

    /** For charts and whatever else cannot take a style class: {@code #rrggbb}. */
    public String hex() {
        return hex;
    }

    /** Sets the looked-up colours {@code -deployment-color} and {@code -deployment-muted} in a style sheet. */
    public String styleClass() {
        return "deployment-" + (ordinal() + 1);
    }

    /** The colour that the name itself speaks of: {@code blue}, {@code green-v2}. */
    static Optional<DeploymentColor> namedIn(DeploymentName name) {
        var parts = List.of(name.folded().split("-"));
        return Arrays.stream(values())
                .filter(color -> color.words.stream().anyMatch(parts::contains))
                .findFirst();
    }
}
