package dev.sluice.metrics;

/**
 * How a request ended.
 *
 * @param status what its sender was told, 100 to 599; of a copy, what the shadow answered
 * @param modelStatus what the model answered, before any of its statuses but 200 becomes 424; {@link #NO_MODEL} if none
 */
public record Statuses(int status, int modelStatus) {

    /** In place of a model's status: the router answered, or nobody did. */
    public static final int NO_MODEL = 0;

    /** The model's status in digits; empty if there is none. */
    public String modelText() {
        return modelStatus == NO_MODEL ? "" : Integer.toString(modelStatus);
    }
}
