package dev.sluice.engine;

/** Which engine is in use, such as {@code docker} / {@code Docker 20.10.24}, and what a user should know about it. */
public record EngineInfo(String name, String title, String detail) {}
