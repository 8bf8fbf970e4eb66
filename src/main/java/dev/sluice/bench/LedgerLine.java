package dev.sluice.bench;

import dev.sluice.metrics.MirrorLedger;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A mirror's ledger as a line of numbers, for the way from one process to another. */
final class LedgerLine {

    private LedgerLine() {}

    static String of(MirrorLedger ledger) {
        return LongStream.of(
                        ledger.sampled(),
                        ledger.answered(),
                        ledger.failed(),
                        ledger.timedOut(),
                        ledger.reset(),
                        ledger.droppedQueue(),
                        ledger.droppedSize(),
                        ledger.inFlight())
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }

    static MirrorLedger parse(String line) {
        var n = Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
        return new MirrorLedger(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
    }
}
