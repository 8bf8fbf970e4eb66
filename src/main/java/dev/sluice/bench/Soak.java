package dev.sluice.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Memory of a window that is left open: what Linux says is resident, and what a collection leaves of the heap. */
final class Soak {

    /** How far resident memory may grow in half an hour, by the line through what was measured. */
    private static final double MOST_GROWTH = 16;

    private static final double MEBIBYTE = 1 << 20;
    private static final double MINUTES_TOLD = 30;
    private static final Duration LEAST_TO_JUDGE = Duration.ofMinutes(10);
    private static final int LOOKS = 120;

    private final OpenWindow window;
    private final Duration length;

    Soak(OpenWindow window, Duration length) {
        this.window = window;
        this.length = length;
    }

    /** Blocks until the end. The first third does not count: the heap finds its size, the compiler its work. */
    List<Aim> watch() throws IOException {
        var resident = new Trend();
        double heapBefore = heap();
        for (int look = 0; look <= LOOKS; look++) {
            resident.add(minutes() * look / LOOKS, window.process().residentBytes() / MEBIBYTE);
            CpuShare.pause(length.dividedBy(LOOKS));
        }
        double heapGrowth = heap() - heapBefore;
        return List.of(growth(resident.from(minutes() / 3)), size(resident), heap(heapGrowth));
    }

    private Aim growth(Trend settled) {
        double limit = length.compareTo(LEAST_TO_JUDGE) < 0 ? Double.POSITIVE_INFINITY : MOST_GROWTH;
        var note = String.format(
                Locale.ROOT,
                "slope %.2f MiB/min over the last %.0f of %.0f min%s",
                settled.perMinute(),
                minutes() * 2 / 3,
                minutes(),
                Double.isFinite(limit) ? "" : ": too short to judge");
        return new Aim(
                "resident_growth_mib",
                "resident memory, growth in 30 min, live page",
                settled.perMinute() * MINUTES_TOLD,
                limit,
                "MiB",
                note);
    }

    private static Aim size(Trend resident) {
        return Aim.information("resident_mib", "resident memory at the end", resident.last(), "MiB", "");
    }

    private Aim heap(double growth) {
        var note = String.format(Locale.ROOT, "after a collection, in %.0f min", minutes());
        return Aim.information("heap_growth_mib", "heap in use, growth", growth, "MiB", note);
    }

    private double heap() throws IOException {
        return Long.parseLong(window.ask("heap").get("bytes")) / MEBIBYTE;
    }

    private double minutes() {
        return length.toMillis() / 60_000.0;
    }
}
