package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Line;
import dev.sluice.console.live.LiveFrame.Mark;
import dev.sluice.console.live.LiveFrame.Quantity;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.domain.DeploymentName;
import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;

/**
 * Draws a chart's lines, and the marks behind them, straight onto its canvas. It has no data sets: these would bring a
 * node, a style and a lock for each line (javafx-facts 7.2), and join points over gaps.
 */
final class LineRenderer extends AbstractRendererXY<LineRenderer> {

    /** Can be told from what is behind it on light and on dark. */
    private static final Color MARK = Color.web("#8c959f");

    private static final double[] MARK_DASHES = {2, 3};
    private static final double FLAG = 4;

    /** Less would not be seen on dark, more not be told from what is not faint. */
    private static final double FAINT = 0.7;

    private final Function<DeploymentName, DeploymentColor> colors;
    private final Polyline polyline = new Polyline();
    private List<Line> lines = List.of();
    private List<Mark> marks = List.of();
    private Optional<Highlight.Lines> highlighted = Optional.empty();
    private Runnable drawn = () -> {};
    private DoubleUnaryOperator scale = DoubleUnaryOperator.identity();

    LineRenderer(Function<DeploymentName, DeploymentColor> colors) {
        this.colors = colors;
    }

    /** From the next layout on; {@code onAxis} makes a value into what the axis counts in. */
    void show(List<Line> newLines, List<Mark> newMarks, DoubleUnaryOperator onAxis) {
        lines = inOrder(newLines);
        marks = newMarks;
        scale = onAxis;
        invalidateCanvas();
    }

    /** From the next layout on these lie above the others, which fade. */
    void highlight(Optional<Highlight.Lines> standingOut) {
        highlighted = standingOut;
        invalidateCanvas();
    }

    /** From now on, whenever the lines are drawn, which they are too when the chart gets another size. */
    void whenDrawn(Runnable task) {
        drawn = task;
    }

    @Override
    public void render() {
        var canvas = getChart().getCanvas().getGraphicsContext2D();
        canvas.save();
        canvas.setLineJoin(StrokeLineJoin.BEVEL);
        marks.forEach(mark -> draw(canvas, mark));
        lines.stream()
                .filter(this::isBehind)
                .forEach(line -> draw(canvas, line, pen(line).faded()));
        lines.stream().filter(line -> !isBehind(line)).forEach(line -> draw(canvas, line, pen(line)));
        canvas.restore();
        drawn.run();
    }

    /** As they are drawn, one over the other: what clients got is not hidden by what copies got. */
    static List<Line> inOrder(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(line -> line.key().subject().source() == Source.LIVE))
                .toList();
    }

    private boolean isBehind(Line line) {
        return highlighted.filter(some -> !some.has(line.key())).isPresent();
    }

    private static Pen pen(Line line) {
        return Pen.of(line.key());
    }

    private void draw(GraphicsContext canvas, Mark mark) {
        double x = Math.rint(xAxis.getDisplayPosition(mark.at())) + 0.5;
        canvas.setGlobalAlpha(1);
        canvas.setStroke(MARK);
        canvas.setFill(MARK);
        canvas.setLineWidth(1);
        canvas.setLineDashes(MARK_DASHES);
        canvas.strokeLine(x, 0, x, yAxis.getLength());
        canvas.fillPolygon(new double[] {x - FLAG, x + FLAG, x}, new double[] {0, 0, FLAG + 2}, 3);
    }

    private void draw(GraphicsContext canvas, Line line, Pen pen) {
        var color = Color.web(colors.apply(line.key().subject().deployment()).hex());
        canvas.setStroke(color);
        canvas.setFill(color);
        canvas.setLineWidth(pen.width());
        canvas.setLineDashes(pen.dashes());
        polyline.begin(line.values().length);
        for (int i = 0; i < line.values().length; i++) {
            if (Double.isNaN(line.values()[i])) {
                polyline.end(canvas, pen.width());
            } else {
                add(line, i, pen, canvas);
            }
        }
        polyline.end(canvas, pen.width());
    }

    /** A piece between two points is faint if one of them is. */
    private void add(Line line, int i, Pen pen, GraphicsContext canvas) {
        double x = xAxis.getDisplayPosition(line.seconds()[i]);
        double y = yAxis.getDisplayPosition(scale.applyAsDouble(line.values()[i]));
        boolean faint = isFaint(line, i) || (polyline.isBegun() && isFaint(line, i - 1));
        double alpha = faint ? pen.opacity() * FAINT : pen.opacity();
        if (polyline.isBegun() && polyline.alpha() != alpha) {
            polyline.turn(canvas, pen.width());
        }
        polyline.add(x, y, alpha, line.key().quantity() == Quantity.ASKED);
    }

    private static boolean isFaint(Line line, int point) {
        return point < line.faint().length && line.faint()[point];
    }

    @Override
    protected void render(GraphicsContext canvas, DataSet data, DataSetNode style) {
        throw new UnsupportedOperationException("there are no data sets");
    }

    @Override
    protected LineRenderer getThis() {
        return this;
    }
}
