package dev.sluice.console.gallery;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** Texts that are hard to read on what is painted behind them, by WCAG 2.1's measure (AA). */
final class Contrast {

    private static final double LEAST = 4.5;
    private static final double LEAST_IF_LARGE = 3;
    private static final double LARGE = 24;
    private static final double LARGE_IF_BOLD = 18.66;

    private Contrast() {}

    static Stream<String> in(Scene scene) {
        return Seen.in(scene.getRoot())
                .filter(node -> node instanceof Text && !(node instanceof FontIcon))
                .map(Text.class::cast)
                .filter(text -> !text.getText().isBlank() && Seen.isInSight(text))
                .filter(text -> Seen.withAncestors(text).noneMatch(Node::isDisabled))
                .filter(text -> !text.getStyleClass().contains("code-hidden"))
                .flatMap(text -> weak(text, scene).stream());
    }

    private static Optional<String> weak(Text text, Scene scene) {
        if (!(text.getFill() instanceof Color ink)) {
            return Optional.empty();
        }
        var behind = behind(text, scene);
        var seen = over(ink.deriveColor(0, 1, 1, opacity(text)), behind);
        double ratio = ratio(seen, behind);
        return ratio >= least(text)
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT, "contrast %.2f: %s, %s on %s", ratio, Seen.name(text), hex(seen), hex(behind)));
    }

    private static double least(Text text) {
        var font = text.getFont();
        boolean isBold = font.getStyle().toLowerCase(Locale.ROOT).contains("bold");
        return font.getSize() >= (isBold ? LARGE_IF_BOLD : LARGE) ? LEAST_IF_LARGE : LEAST;
    }

    private static double opacity(Node node) {
        return Seen.withAncestors(node).mapToDouble(Node::getOpacity).reduce(1, (a, b) -> a * b);
    }

    private static Color behind(Node text, Scene scene) {
        var ancestors = Seen.withAncestors(text).skip(1).toList();
        var ground = scene.getFill() instanceof Color fill ? fill : Color.WHITE;
        for (int i = ancestors.size() - 1; i >= 0; i--) {
            if (ancestors.get(i) instanceof Region region && region.getBackground() != null) {
                for (var fill : region.getBackground().getFills()) {
                    ground = over(solid(fill.getFill()), ground);
                }
            }
        }
        return ground;
    }

    /** A gradient is taken for nothing: ours are hints of a shadow. */
    private static Color solid(Paint paint) {
        return paint instanceof Color color ? color : Color.TRANSPARENT;
    }

    private static Color over(Color top, Color ground) {
        double alpha = top.getOpacity();
        return Color.color(
                top.getRed() * alpha + ground.getRed() * (1 - alpha),
                top.getGreen() * alpha + ground.getGreen() * (1 - alpha),
                top.getBlue() * alpha + ground.getBlue() * (1 - alpha));
    }

    static double ratio(Color one, Color other) {
        double brighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (brighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static String hex(Color color) {
        return "#%02x%02x%02x"
                .formatted(
                        Math.round(color.getRed() * 255),
                        Math.round(color.getGreen() * 255),
                        Math.round(color.getBlue() * 255));
    }
}
