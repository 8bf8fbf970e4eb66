package dev.sluice.console.support;

import java.util.Arrays;

/**
 * Who looks at a colour, and how much they see two colours differ (CIE 1976, in Lab). What those see who lack a kind of
 * cone is simulated after Machado, Oliveira and Fernandes (2009).
 */
enum Eyes {
    ALL_CONES(20, new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
    NO_RED(9, new double[][] {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    }),
    NO_GREEN(9, new double[][] {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    });

    private static final double[][] TO_XYZ = {
        {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}
    };
    private static final double[] WHITE = {0.95047, 1, 1.08883};

    /** What two lines of a chart should differ by. */
    final double least;

    private final double[][] seen;

    Eyes(double least, double[][] seen) {
        this.least = least;
        this.seen = seen;
    }

    /** @param one as {@code #rrggbb} */
    double difference(String one, String other) {
        double[] a = lab(one);
        double[] b = lab(other);
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private double[] lab(String hex) {
        double[] light = new double[3];
        for (int i = 0; i < 3; i++) {
            light[i] = linear(Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0);
        }
        double[] xyz = times(TO_XYZ, withinSight(times(seen, light)));
        double x = bent(xyz[0] / WHITE[0]);
        double y = bent(xyz[1] / WHITE[1]);
        double z = bent(xyz[2] / WHITE[2]);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    private static double[] withinSight(double[] light) {
        return Arrays.stream(light).map(part -> Math.max(0, Math.min(1, part))).toArray();
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static double bent(double part) {
        return part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16.0 / 116;
    }
}
