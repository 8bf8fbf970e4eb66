package dev.sluice.domain;

/** The folder with the scoring code (absolute path) and the script in it that has {@code init()} and {@code run()}. */
public record CodeSource(String folder, String script) {}
