package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Key;
import dev.sluice.console.live.LiveFrame.Quantity;
import dev.sluice.console.live.LiveFrame.Source;

/** How a line is drawn: its width in pixels, its dashes (none for a solid one), and how much it covers, 0 to 1. */
record Pen(double width, double[] dashes, double opacity) {

    private static final double[] SOLID = {};
    private static final double[] DASHED = {6, 4};
    private static final double QUIET = 0.6;
    private static final double SLENDER = 0.65;
    private static final double FADED = 0.15;

    /** Still there, but out of the way of a line that is looked at. */
    Pen faded() {
        return new Pen(width, dashes, opacity * FADED);
    }

    static Pen of(Key key) {
        return key.subject().source() == Source.SHADOW ? shadow(key.quantity()) : live(key.quantity());
    }

    private static Pen live(Quantity quantity) {
        return switch (quantity) {
            case P50, CLIENT_ERRORS -> new Pen(1, SOLID, 1);
            case P95 -> new Pen(1.75, SOLID, 1);
            case P99, SERVER_ERRORS -> new Pen(2.75, SOLID, 1);
            case ASKED -> new Pen(1, SOLID, QUIET);
            case RATE, MEASURED, CORES, MEMORY -> new Pen(1.75, SOLID, 1);
        };
    }

    /** Dashed, and thinner: it stands back behind what clients get. */
    private static Pen shadow(Quantity quantity) {
        var pen = live(quantity);
        return new Pen(Math.max(1, SLENDER * pen.width()), DASHED, pen.opacity());
    }
}
