package dev.sluice.console.traffic;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentName;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;

/** For two deployments: one slider on the border between them. What one gets the other gives. */
final class CrossFade extends Region {

    private final ShareBar bar;
    private final Slider slider = new Slider(0, 100, 100);
    private final BiConsumer<DeploymentName, Integer> moved;
    private List<ShareRow> rows = List.of();
    private boolean showing;

    /**
     * @param bar shows the shares below the slider
     * @param moved gets the left deployment and the share it was moved to
     */
    CrossFade(ShareBar bar, BiConsumer<DeploymentName, Integer> moved) {
        this.bar = bar;
        this.moved = moved;
        getStyleClass().add("cross-fade");
        getChildren().addAll(bar, slider);
        slider.setId("share-fade");
        slider.getStyleClass().add("fade-slider");
        slider.setBlockIncrement(1);
        slider.valueProperty().addListener((o, before, after) -> move((int) Math.round(after.doubleValue())));
        ShareKeys.on(slider, by -> move(rows.get(0).draft() + by));
    }

    /** @param two the left and the right deployment */
    void show(List<ShareRow> two) {
        rows = List.copyOf(two);
        var left = rows.get(0);
        showing = true;
        slider.setValue(left.draft());
        showing = false;
        slider.setDisable(!left.isMovable());
        slider.setVisible(rows.stream().anyMatch(row -> row.draft() > 0));
        slider.setAccessibleText(
                Messages.of("traffic.fade.accessible", left.name(), rows.get(1).name()));
    }

    private void move(int percent) {
        if (!showing) {
            moved.accept(rows.get(0).name(), Math.max(0, Math.min(100, percent)));
        }
    }

    /** The thumb's middle runs from end to end of the bar, so the slider is longer by a thumb. */
    @Override
    protected void layoutChildren() {
        bar.resizeRelocate(0, 0, getWidth(), getHeight());
        var thumb = slider.lookup(".thumb");
        double more = thumb == null ? 0 : snapSizeX(thumb.prefWidth(-1));
        slider.resizeRelocate(-more / 2, 0, getWidth() + more, getHeight());
    }
}
