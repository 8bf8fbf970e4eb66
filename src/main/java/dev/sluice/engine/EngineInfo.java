package dev.sluice.engine;

import dev.sluice.domain.Machine;

/**
 * Which engine is in use, such as {@code docker} / {@code Docker 20.10.24}, what a user should know about it, and what it
 * has to run instances on.
 */
public record EngineInfo(String name, String title, String detail, Machine machine) {}
