package dev.sluice.comparison;

/**
 * Where two JSON values differ.
 *
 * @param path such as {@code $.predictions[2]}
 * @param left as JSON; empty if it is missing there
 * @param right as JSON; empty if it is missing there
 */
public record Difference(String path, String left, String right) {}
