package dev.sluice.console.live;

import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;

/** Looks for colours in pictures. */
final class Pixels {

    private static final double ALMOST = 0.04;

    private Pixels() {}

    static boolean has(Image picture, Color color) {
        return hasWithin(picture, color, 0, picture.getHeight());
    }

    /** @param from the uppermost row of pixels, {@code to} the one below the last */
    static boolean hasWithin(Image picture, Color color, double from, double to) {
        int width = (int) picture.getWidth();
        return IntStream.range((int) from * width, (int) to * width)
                .anyMatch(i -> isAlmost(picture.getPixelReader().getColor(i % width, i / width), color));
    }

    private static boolean isAlmost(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) < ALMOST
                && Math.abs(one.getGreen() - other.getGreen()) < ALMOST
                && Math.abs(one.getBlue() - other.getBlue()) < ALMOST;
    }
}
