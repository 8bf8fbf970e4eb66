package dev.sluice.console.traffic;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.domain.DeploymentName;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.layout.StackPane;

/** The split that is asked for, to be moved by its borders: a cross-fade for two deployments, dividers for more. */
final class ShareEditor extends StackPane {

    private static final PseudoClass DRAFT = PseudoClass.getPseudoClass("draft");

    private final Function<DeploymentName, DeploymentColor> colors;
    private final ShareBar fadeBar = new ShareBar(14);
    private final ShareBar splitBar = new ShareBar(8);
    private final CrossFade fade;
    private final SplitBar split;

    ShareEditor(
            Function<DeploymentName, DeploymentColor> colors,
            BiConsumer<DeploymentName, Integer> moved,
            SplitBar.Mover movedBorder) {
        this.colors = colors;
        fade = new CrossFade(fadeBar, moved);
        split = new SplitBar(splitBar, movedBorder);
        getChildren().setAll(split);
    }

    void show(List<ShareRow> rows, String none) {
        boolean changed = rows.stream().anyMatch(ShareRow::isChanged);
        boolean two = rows.size() == 2;
        var bar = two ? fadeBar : splitBar;
        bar.pseudoClassStateChanged(DRAFT, changed);
        bar.show(ShareBar.parts(rows, colors, ShareRow::draft), none);
        if (two) {
            fade.show(rows);
        } else {
            split.show(rows);
        }
        var wanted = two ? fade : split;
        if (!getChildren().contains(wanted)) {
            getChildren().setAll(wanted);
        }
    }
}
