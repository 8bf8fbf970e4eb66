package dev.sluice.console.support;

import dev.sluice.domain.DeploymentName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;

/**
 * One of the twelve colours that tell an endpoint's deployments apart, the same in tree, tables, bars and charts. Each is
 * to be told from the light and the dark ground (contrast 3:1 or more), so that charts need not change with the theme, and
 * from the others, also by who sees no red or no green. Text on them has the style sheet's {@code -deployment-on}, white or
 * black (4.5:1); for text in the colour itself there is {@code -deployment-ink}. Those that come first are given first.
 */
public enum DeploymentColor {
    BLUE("#0062b5", "blue"),
    GREEN("#0a8547", "green"),
    ORANGE("#9b520e", "orange", "canary", "amber"),
    PURPLE("#8149ff", "purple", "violet"),
    TEAL("#007381", "teal", "cyan"),
    PINK("#c60e81", "pink", "magenta"),
    RED("#d54f50", "red"),
    GOLD("#aa8907", "gold", "yellow"),
    GREY("#85958d", "grey", "gray", "silver"),
    BROWN("#7b6165", "brown"),
    SKY("#1d9ae4", "sky"),
    SLATE("#898ab2", "slate");

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

    /** Sets the same for what has the style class {@code of-deployment}, and is cheaper to change. */
    public PseudoClass pseudoClass() {
        return PseudoClass.getPseudoClass(styleClass());
    }

    /** The colour that the name itself speaks of: {@code blue}, {@code green-v2}. */
    static Optional<DeploymentColor> namedIn(DeploymentName name) {
        var parts = List.of(name.folded().split("-"));
        return Arrays.stream(values())
                .filter(color -> color.words.stream().anyMatch(parts::contains))
                .findFirst();
    }
}
