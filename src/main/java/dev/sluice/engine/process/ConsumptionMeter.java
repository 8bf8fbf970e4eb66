package dev.sluice.engine.process;

import dev.sluice.engine.Consumption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what processes take as often as that is worth. The processor's time is read each time; for the memory the kernel
 * walks through all pages of a process, which costs more than all else that is looked at while nobody asks for anything.
 * For the engine's thread only.
 */
final class ConsumptionMeter {

    private static final Duration MEMORY_HOLDS = Duration.ofSeconds(10);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

    private final ProcFolder proc;
    private final Map<Long, Consumption> whole = new HashMap<>();

    ConsumptionMeter(ProcFolder proc) {
        this.proc = proc;
    }

    /** Empty where this system does not tell, or the process is gone. */
    Optional<Consumption> read(long pid, Instant now) {
        var last = Optional.ofNullable(whole.get(pid)).filter(reading -> isFresh(reading, now));
        return last.isPresent()
                ? proc.processor(pid)
                        .map(time -> new Consumption(now, time, last.get().memoryBytes()))
                : readWhole(pid, now);
    }

    private Optional<Consumption> readWhole(long pid, Instant now) {
        whole.values().removeIf(reading -> reading.at().plus(FORGOTTEN_AFTER).isBefore(now));
        var reading = proc.consumption(pid, now);
        reading.ifPresent(read -> whole.put(pid, read));
        return reading;
    }

    private static boolean isFresh(Consumption reading, Instant now) {
        return now.isBefore(reading.at().plus(MEMORY_HOLDS));
    }
}
