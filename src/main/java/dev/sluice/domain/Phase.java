package dev.sluice.domain;

import java.util.List;

/**
 * The steps from a deployment's file to its first ready instance, and those from there until nothing of it is left, in order.
 * An asset that is registered takes the first two.
 */
public enum Phase {
    CHECK,
    UNPACK,
    ENVIRONMENT,
    START,
    INIT,
    PROBE,
    /** Instances get no more requests and answer those that they have. */
    DRAIN,
    /** They have, or were given the time for it, and are stopped. */
    STOP,
    /** The files that the deployment was given are deleted. */
    REMOVE;

    /** What a new deployment or version goes through. */
    public static final List<Phase> WAY_UP = List.of(CHECK, UNPACK, ENVIRONMENT, START, INIT, PROBE);

    /** What a deployment that is deleted goes through. */
    public static final List<Phase> WAY_OUT = List.of(DRAIN, STOP, REMOVE);
}
