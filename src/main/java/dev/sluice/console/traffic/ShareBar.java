package dev.sluice.console.traffic;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.domain.DeploymentName;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A bar cut into parts as wide as the shares, each in its deployment's colour and named where the name fits. */
final class ShareBar extends Region {

    /** One deployment's part of the bar, in percent. */
    record Part(String name, DeploymentColor color, double share) {

        String text() {
            return name + " " + percent();
        }

        /** As much as has room in {@code width}: half a name would be worse than none, its share alone is not. */
        String fitting(double width) {
            return Stream.of(text(), percent())
                    .filter(text -> text.length() * LETTER <= width)
                    .findFirst()
                    .orElse("");
        }

        private String percent() {
            return "%.0f %%".formatted(share);
        }
    }

    /** Between two parts, in pixels. */
    static final double GAP = 2;

    /** What a letter takes at most, in pixels. */
    private static final double LETTER = 7.5;

    private final double margin;

    private List<Part> parts = List.of();
    private String whenEmpty = "";

    /** @param margin what stays free of words at each side of a part, in pixels */
    ShareBar(double margin) {
        this.margin = margin;
        getStyleClass().add("share-bar");
    }

    /** The rows' shares, as {@code share} takes them, as parts in the deployments' colours. */
    static List<Part> parts(
            List<ShareRow> rows, Function<DeploymentName, DeploymentColor> colors, ToDoubleFunction<ShareRow> share) {
        return rows.stream()
                .map(row -> new Part(row.name().text(), colors.apply(row.name()), share.applyAsDouble(row)))
                .toList();
    }

    /** Shows {@code shown}; if none has a share, the words {@code none}. */
    void show(List<Part> shown, String none) {
        var visible = shown.stream().filter(part -> part.share() > 0).toList();
        if (parts.equals(visible) && whenEmpty.equals(none) && !getChildren().isEmpty()) {
            return;
        }
        parts = visible;
        whenEmpty = none;
        getChildren()
                .setAll(
                        parts.isEmpty()
                                ? List.of(empty())
                                : parts.stream().map(ShareBar::label).toList());
        requestLayout();
    }

    private Label empty() {
        var label = new Label(whenEmpty);
        label.getStyleClass().add("share-none");
        return label;
    }

    private static Label label(Part part) {
        var label = new Label(part.text());
        label.getStyleClass().addAll("share-part", part.color().styleClass());
        return label;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (parts.isEmpty()) {
            getChildren().forEach(child -> child.resizeRelocate(0, 0, width, getHeight()));
            return;
        }
        double before = 0;
        for (int i = 0; i < parts.size(); i++) {
            var label = (Label) getChildren().get(i);
            double from = snapPositionX(width * before / 100) + (i == 0 ? 0 : GAP);
            before += parts.get(i).share();
            double to = snapPositionX(width * before / 100);
            label.setText(parts.get(i).fitting(to - from - 2 * margin));
            label.resizeRelocate(from, 0, Math.max(GAP, to - from), getHeight());
        }
    }
}
