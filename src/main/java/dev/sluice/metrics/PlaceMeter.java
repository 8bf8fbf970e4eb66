package dev.sluice.metrics;

import dev.sluice.metrics.Agreement.Place;
import java.util.Optional;

/** One place where answers differ: keeps the pair that was furthest apart there. */
final class PlaceMeter {

    /** So much is kept of one value, in characters. */
    static final int MOST_OF_VALUE = 200;

    private static final double NONE = 0;

    private final String name;
    private double distance = NONE;
    private String requestId = "";
    private String live = "";
    private String shadow = "";

    PlaceMeter(String name) {
        this.name = name;
    }

    /** Of several as far apart the newest is kept. */
    void saw(String id, Apart apart) {
        if (apart.distance() >= distance) {
            distance = apart.distance();
            requestId = id;
            live = cut(apart.live());
            shadow = cut(apart.shadow());
        }
    }

    Place place() {
        var measured = Double.isFinite(distance) ? Optional.of(distance) : Optional.<Double>empty();
        return new Place(name, measured, requestId, live, shadow);
    }

    private static String cut(String value) {
        return value.length() <= MOST_OF_VALUE ? value : value.substring(0, MOST_OF_VALUE) + "...";
    }
}
