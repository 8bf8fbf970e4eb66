package dev.sluice.bench;

import java.util.ArrayList;
import java.util.List;

/** A line through what was measured over time, by least squares. */
final class Trend {

    private final List<double[]> points = new ArrayList<>();

    void add(double minute, double value) {
        points.add(new double[] {minute, value});
    }

    /** Only what was measured from then on. */
    Trend from(double minute) {
        var later = new Trend();
        points.stream().filter(point -> point[0] >= minute).forEach(later.points::add);
        return later;
    }

    /** The rise in one minute; 0 as long as there are fewer than two points. */
    double perMinute() {
        double minutes = mean(0);
        double values = mean(1);
        double above = 0;
        double below = 0;
        for (var point : points) {
            above += (point[0] - minutes) * (point[1] - values);
            below += (point[0] - minutes) * (point[0] - minutes);
        }
        return below == 0 ? 0 : above / below;
    }

    double last() {
        return points.get(points.size() - 1)[1];
    }

    double mean() {
        return mean(1);
    }

    private double mean(int column) {
        return points.stream().mapToDouble(point -> point[column]).average().orElse(0);
    }
}
