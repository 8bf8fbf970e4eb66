package dev.sluice.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * How busy a window's program was for a while, in percent of one core.
 *
 * @param all every thread: the router, the compiler and the collector too
 * @param drawing the two threads that build and paint the window
 */
record CpuShare(double all, double drawing) {

    /** Linux cuts thread names after 15 letters. */
    private static final Predicate<String> DRAWS =
            name -> name.startsWith("JavaFX Applicat") || name.startsWith("QuantumRenderer");

    /** Blocks for as long as {@code look}. */
    static CpuShare of(ProcessFacts process, Duration look) throws IOException {
        long begun = System.nanoTime();
        double allBefore = process.cpuSeconds();
        double drawingBefore = process.cpuSeconds(DRAWS);
        pause(look);
        double drawing = process.cpuSeconds(DRAWS) - drawingBefore;
        double all = process.cpuSeconds() - allBefore;
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new CpuShare(100 * all / seconds, 100 * drawing / seconds);
    }

    static void pause(Duration length) {
        long until = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "UI threads %.1f %%, whole process %.1f %%", drawing, all);
    }
}
