package dev.sluice.domain;

/** The steps from a deployment's file to its first ready instance, in order. An asset that is registered takes the first two. */
public enum Phase {
    CHECK,
    UNPACK,
    ENVIRONMENT,
    START,
    INIT,
    PROBE
}
