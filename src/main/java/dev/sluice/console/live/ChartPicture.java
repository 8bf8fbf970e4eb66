package dev.sluice.console.live;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** A picture of all charts, however few of them the window has room for, and of what stands by them. */
final class ChartPicture {

    private static final double MARGIN = 16;

    private final ChartGrid charts;
    private final Node above;
    private final List<Node> below;
    private final Region ground;

    /** @param ground whose colour is behind it all */
    ChartPicture(ChartGrid charts, Node above, List<Node> below, Region ground) {
        this.charts = charts;
        this.above = above;
        this.below = below;
        this.ground = ground;
    }

    /** Charts are drawn in a pulse: the picture comes with the next one. */
    void take(Consumer<Image> taker) {
        charts.showAll();
        charts.node()
                .snapshot(
                        taken -> {
                            taker.accept(around(taken.getImage()));
                            return null;
                        },
                        clear(),
                        null);
    }

    private Image around(Image grid) {
        var parts = Stream.of(
                        Stream.of(picture(above)),
                        Stream.of(grid),
                        below.stream().map(ChartPicture::picture))
                .flatMap(part -> part)
                .map(ImageView::new)
                .toArray(Node[]::new);
        var whole = new VBox(MARGIN / 2, parts);
        whole.setPadding(new Insets(MARGIN));
        whole.setBackground(
                Background.fill(ground.getBackground().getFills().get(0).getFill()));
        return new Scene(whole).snapshot(null);
    }

    private static Image picture(Node node) {
        return node.snapshot(clear(), null);
    }

    private static SnapshotParameters clear() {
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return parameters;
    }
}
