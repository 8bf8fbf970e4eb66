package dev.sluice.console.traffic;

import dev.sluice.domain.DeploymentName;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/** For three deployments and more: a bar with a divider on each border, which moves it by mouse and keyboard. */
final class SplitBar extends Region {

    /** Moves the border between two: {@code left} gets {@code share}, at the cost or for the good of {@code right}. */
    interface Mover {
        void move(DeploymentName left, DeploymentName right, int share);
    }

    private final ShareBar bar;
    private final Mover mover;
    private final List<ShareDivider> dividers = new ArrayList<>();

    /** @param bar shows the shares below the dividers */
    SplitBar(ShareBar bar, Mover mover) {
        this.bar = bar;
        this.mover = mover;
        getStyleClass().add("split-bar");
        getChildren().add(bar);
    }

    void show(List<ShareRow> rows) {
        int borders = Math.max(0, rows.size() - 1);
        while (dividers.size() > borders) {
            getChildren().remove(dividers.remove(dividers.size() - 1));
        }
        while (dividers.size() < borders) {
            var divider = new ShareDivider(mover, this::getWidth);
            dividers.add(divider);
            getChildren().add(divider);
        }
        int before = 0;
        for (int i = 0; i < borders; i++) {
            before += rows.get(i).draft();
            dividers.get(i).show(rows.get(i), rows.get(i + 1), before);
        }
        requestLayout();
    }

    /** Each stands on its border; the two on either side of a deployment without a share stand next to each other. */
    @Override
    protected void layoutChildren() {
        bar.resizeRelocate(0, 0, getWidth(), getHeight());
        var seen = dividers.stream().filter(ShareDivider::isVisible).toList();
        for (int i = 0; i < seen.size(); i++) {
            boolean isLeftOfTwo = i + 1 < seen.size()
                    && seen.get(i + 1).border() == seen.get(i).border();
            boolean isRightOfTwo =
                    i > 0 && seen.get(i - 1).border() == seen.get(i).border();
            double shift = isLeftOfTwo ? -ShareDivider.WIDTH / 2 : isRightOfTwo ? ShareDivider.WIDTH / 2 : 0;
            place(seen.get(i), shift);
        }
    }

    /** On its border, or so far from it; never over an end of the bar. */
    private void place(ShareDivider divider, double shift) {
        double border = getWidth() * divider.border() / 100;
        double x = Math.max(
                0,
                Math.min(getWidth() - ShareDivider.WIDTH, border + ShareBar.GAP / 2 - ShareDivider.WIDTH / 2 + shift));
        divider.resizeRelocate(snapPositionX(x), 0, ShareDivider.WIDTH, getHeight());
    }
}
