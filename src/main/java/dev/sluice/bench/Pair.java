package dev.sluice.bench;

/**
 * A run without the mirror and one with it, next to each other in time.
 *
 * @param heapGrowth bytes of the router's heap that were in use at the end of the run with the mirror, before it was
 *     turned off, beyond those before the first
 */
record Pair(Tally without, Tally with, long heapGrowth) {

    double ratio() {
        return with.p99Micros() / without.p99Micros();
    }
}
