package dev.sluice.control;

/** A line that one instance of a deployment has logged. */
public record LogLine(String instance, String text) {}
