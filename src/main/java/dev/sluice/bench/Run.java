package dev.sluice.bench;

import java.util.Optional;

/**
 * What one target did in one go.
 *
 * @param rate the requests per second that were asked for; empty if it was as many as possible
 * @param perSecond the requests per second that were answered
 * @param p50Micros from the instant at which a request was due
 * @param cpuPer10k processor seconds of the target per 10,000 requests
 */
record Run(
        String target,
        Optional<Integer> rate,
        double perSecond,
        double p50Micros,
        double p99Micros,
        double cpuPer10k) {}
