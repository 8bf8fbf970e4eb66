package dev.sluice.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * What an instance, its workers included, has taken of the computer.
 *
 * @param at when that was so
 * @param processor time of the processor since the instance began; two looks tell how busy it was between them
 * @param memoryBytes held at that moment, without what the system could drop at once
 */
public record Consumption(Instant at, Duration processor, long memoryBytes) {}
