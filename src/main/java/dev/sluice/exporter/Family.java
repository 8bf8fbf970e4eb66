package dev.sluice.exporter;

/**
 * One metric: series that differ in their labels only.
 *
 * @param name without the endings that a type brings along, such as {@code _total}
 * @param help one sentence, with the unit where the name does not say it
 */
record Family(String name, String help) {}
