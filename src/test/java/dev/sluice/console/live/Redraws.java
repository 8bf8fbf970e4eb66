package dev.sluice.console.live;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.canvas.GraphicsContext;

/** Counts how often a chart is drawn, by being one of those who draw. */
final class Redraws extends AbstractRendererXY<Redraws> {

    private final AtomicInteger count = new AtomicInteger();

    /** From now on; being added makes a first one. For the UI thread only. */
    static Redraws of(XYChart chart) {
        var redraws = new Redraws();
        chart.getRenderers().add(redraws);
        return redraws;
    }

    int count() {
        return count.get();
    }

    void forget() {
        count.set(0);
    }

    @Override
    public void render() {
        count.incrementAndGet();
    }

    @Override
    protected void render(GraphicsContext canvas, DataSet data, DataSetNode style) {
        throw new UnsupportedOperationException("there are no data sets");
    }

    @Override
    protected Redraws getThis() {
        return this;
    }
}
