package dev.sluice.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An open loop against several targets in short turns, on connections that stay open. What disturbs the machine for a
 * moment disturbs each of them now and then, and not one of them alone; a percentile is that of all turns together.
 */
final class Rotation {

    private static final Duration TURN = Duration.ofMillis(500);

    private final int perSecond;
    private final int turns;

    /** @param length for each target */
    Rotation(int perSecond, Duration length) {
        this.perSecond = perSecond;
        this.turns = Math.max(1, (int) (length.toMillis() / TURN.toMillis()));
    }

    /** @throws IOException if there was any answer but 200 */
    List<Run> run(List<Target> targets) throws IOException {
        var all = targets.stream().map(target -> new Share(target, perSecond)).toList();
        try {
            for (var share : all) {
                share.connect();
            }
            for (int turn = 0; turn < turns; turn++) {
                for (int i : order(targets.size(), turn)) {
                    all.get(i).take();
                }
            }
            return all.stream().map(Share::run).toList();
        } finally {
            for (var share : all) {
                share.lines.close();
            }
        }
    }

    /** There and back, so that nobody always comes after the same one. */
    private static List<Integer> order(int count, int turn) {
        var order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.rotate(order, turn / 2);
        if (turn % 2 == 1) {
            Collections.reverse(order);
        }
        return order;
    }

    /** One target's turns. */
    private static final class Share {

        private final Target target;
        private final int perSecond;
        private final Lines lines;
        private Tally tally = Tally.none();
        private long cpuNanos;
        private double seconds;

        Share(Target target, int perSecond) {
            this.target = target;
            this.perSecond = perSecond;
            this.lines = new Lines(target.port(), Request::bytes);
        }

        /** A turn that does not count: the first request of a connection costs more. */
        void connect() throws IOException {
            turn();
        }

        void take() throws IOException {
            var cpuBefore = target.program().cpu();
            long begin = System.nanoTime() + OpenLoop.LEAD;
            tally = tally.and(turn());
            seconds += (System.nanoTime() - begin) / 1e9;
            cpuNanos += target.program().cpu().minus(cpuBefore).toNanos();
        }

        private Tally turn() throws IOException {
            var turn = new OpenLoop(perSecond, TURN).tally(lines);
            if (turn.errors() > 0) {
                throw new IOException(target.name() + ": " + turn.firstError().orElse("no answer"));
            }
            return turn;
        }

        Run run() {
            var times = tally.times();
            return new Run(
                    target.name(),
                    Optional.of(perSecond),
                    times.getTotalCount() / seconds,
                    times.getValueAtPercentile(50) / 1e3,
                    tally.p99Micros(),
                    cpuNanos / 1e9 / times.getTotalCount() * 1e4);
        }
    }
}
