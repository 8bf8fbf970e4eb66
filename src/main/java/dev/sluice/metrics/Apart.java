package dev.sluice.metrics;

/**
 * Two answers to the same request differ at one place.
 *
 * @param place such as {@code $.predictions[*]}: all elements of an array are one place
 * @param distance between the two numbers there in parts of the larger one, of several elements the largest; infinite if
 *     they are no numbers with a fraction, or one is missing
 * @param live what the live deployment said there; empty if it is missing
 * @param shadow what the shadow said
 */
public record Apart(String place, double distance, String live, String shadow) {

    /** Where the model's status differs: bodies are not compared then. */
    public static final String STATUS = "status";

    /** Of answers that are no JSON. */
    public static final String BODY = "body";

    public Apart {
        if (!(distance > 0)) {
            throw new IllegalArgumentException("what is apart has a distance, not " + distance);
        }
    }

    /** Of what no tolerance makes the same. */
    public static Apart entirely(String place, String live, String shadow) {
        return new Apart(place, Double.POSITIVE_INFINITY, live, shadow);
    }

    public boolean isMeasured() {
        return Double.isFinite(distance);
    }
}
