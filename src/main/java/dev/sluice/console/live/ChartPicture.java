package dev.sluice.console.live;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** A picture of all charts, however few of them the window has room for, or of the table, and of what stands by them. */
final class ChartPicture {

    private static final double MARGIN = 16;

    private final PictureText text;
    private final Region page;
    private final Region ground;

    /**
     * @param page whose style sheets the words have
     * @param ground whose colour is behind it all
     */
    ChartPicture(PictureText text, Region page, Region ground) {
        this.text = text;
        this.page = page;
        this.ground = ground;
    }

    /** Charts are drawn in a pulse: the picture comes with the next one. */
    void take(ChartGrid charts, Node above, List<Node> below, Consumer<Image> taker) {
        charts.showAll();
        charts.node()
                .snapshot(
                        taken -> {
                            var parts = Stream.concat(
                                    Stream.of(picture(above), taken.getImage()),
                                    below.stream().map(ChartPicture::picture));
                            taker.accept(whole(parts));
                            return null;
                        },
                        clear(),
                        null);
    }

    /** Of what is in sight. */
    Image of(Node node) {
        return whole(Stream.of(picture(node)));
    }

    private Image whole(Stream<Image> drawn) {
        var parts = Stream.of(
                        Stream.of(words(text.title(), "panel-title")),
                        drawn.map(ImageView::new),
                        text.marks().stream().map(mark -> words(mark, "caption")))
                .flatMap(part -> part)
                .toArray(Node[]::new);
        var whole = new VBox(MARGIN / 4, parts);
        whole.setPadding(new Insets(MARGIN));
        whole.setBackground(
                Background.fill(ground.getBackground().getFills().get(0).getFill()));
        whole.getStylesheets().setAll(page.getStylesheets());
        var scene = new Scene(whole);
        scene.getStylesheets().setAll(page.getScene().getStylesheets());
        return scene.snapshot(null);
    }

    /** As wide as the charts, not as a long text. */
    private Label words(String words, String style) {
        var label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMaxWidth(ground.getWidth());
        return label;
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
