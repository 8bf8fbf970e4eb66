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

    /** Each stands on its border, or as near to it as the others let it: none over another, none over an end of the bar. */
    @Override
    protected void layoutChildren() {
        bar.resizeRelocate(0, 0, getWidth(), getHeight());
        var seen = dividers.stream().filter(ShareDivider::isVisible).toList();
        var places = new double[seen.size()];
        double least = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.max(least, wanted(seen, i));
            least = places[i] + ShareDivider.WIDTH;
        }
        double most = getWidth() - ShareDivider.WIDTH;
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.min(most, places[i]);
            most = places[i] - ShareDivider.WIDTH;
            seen.get(i).resizeRelocate(snapPositionX(places[i]), 0, ShareDivider.WIDTH, getHeight());
        }
    }

    /** In the middle of its border; the two on either side of a deployment without a share have it between them. */
    private double wanted(List<ShareDivider> seen, int index) {
        int border = seen.get(index).border();
        double middle = getWidth() * border / 100 + ShareBar.GAP / 2 - ShareDivider.WIDTH / 2;
        if (index + 1 < seen.size() && seen.get(index + 1).border() == border) {
            return middle - ShareDivider.WIDTH / 2;
        }
        return index > 0 && seen.get(index - 1).border() == border ? middle + ShareDivider.WIDTH / 2 : middle;
    }
}
