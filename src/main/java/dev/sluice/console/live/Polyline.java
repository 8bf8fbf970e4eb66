package dev.sluice.console.live;

import javafx.scene.canvas.GraphicsContext;

/**
 * Gathers the points of a line's unbroken pieces and draws each piece at once; a piece of one point becomes a dot. The
 * same arrays are used again and again.
 */
final class Polyline {

    private static final double LEAST_DOT = 2.5;

    private double[] xs = new double[0];
    private double[] ys = new double[0];
    private int size;
    private double alpha = 1;
    private boolean continued;

    /** @param points of the whole line */
    void begin(int points) {
        if (xs.length < 2 * points) {
            xs = new double[2 * points];
            ys = new double[2 * points];
        }
        size = 0;
        continued = false;
    }

    boolean isBegun() {
        return size > 0;
    }

    /** How much the present piece covers. */
    double alpha() {
        return alpha;
    }

    /** @param stairs whether the last value holds until this point */
    void add(double x, double y, double covers, boolean stairs) {
        if (size == 0 || (size == 1 && continued)) {
            alpha = covers;
        }
        if (stairs && size > 0) {
            put(x, ys[size - 1]);
        }
        put(x, y);
    }

    private void put(double x, double y) {
        xs[size] = x;
        ys[size++] = y;
    }

    /** Draws the piece; the next begins where it ends. */
    void turn(GraphicsContext canvas, double width) {
        double x = xs[size - 1];
        double y = ys[size - 1];
        draw(canvas, width);
        size = 0;
        put(x, y);
        continued = true;
    }

    /** Draws the piece; the next begins somewhere else. */
    void end(GraphicsContext canvas, double width) {
        draw(canvas, width);
        size = 0;
        continued = false;
    }

    private void draw(GraphicsContext canvas, double width) {
        canvas.setGlobalAlpha(alpha);
        if (size > 1) {
            canvas.strokePolyline(xs, ys, size);
        } else if (size == 1 && !continued) {
            double dot = Math.max(width, LEAST_DOT);
            canvas.fillOval(xs[0] - dot / 2, ys[0] - dot / 2, dot, dot);
        }
    }
}
