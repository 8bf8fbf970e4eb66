package dev.sluice.engine;

/**
 * An environment that an instance can be started in.
 *
 * @param reference an image id, or the path of an interpreter
 * @param note what of the environment could not be honoured by this engine, for people; empty if nothing
 */
public record PreparedEnvironment(String reference, String note) {}
