/** Latency histograms, counters and the mirror's ledger, fed by the router. */
@NullMarked
package dev.sluice.metrics;

import org.jspecify.annotations.NullMarked;
