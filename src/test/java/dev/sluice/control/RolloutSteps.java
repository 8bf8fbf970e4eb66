package dev.sluice.control;

import static org.quicktheories.generators.Generate.constant;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quicktheories.core.Gen;

/** What may happen to an endpoint with up to three deployments, in any order, sensible or not. */
final class RolloutSteps {

    /** One thing that happens in a trial, with all checks of what must come of it. */
    interface Step {
        void in(RolloutTrial trial) throws Exception;
    }

    /** How a command is given. */
    enum Manner {
        AT_REST,
        /** Requests are in flight all the while. */
        BUSY,
        /** And taken back at once. */
        UNDONE
    }

    record Create(String name, boolean takesAll) implements Step {
        @Override
        public void in(RolloutTrial trial) throws Exception {
            trial.create(name, takesAll);
        }
    }

    record Delete(String name, Manner manner) implements Step {
        @Override
        public void in(RolloutTrial trial) throws Exception {
            trial.delete(name, manner);
        }
    }

    record Scale(String name, int instances, Manner manner) implements Step {
        @Override
        public void in(RolloutTrial trial) throws Exception {
            trial.scale(name, instances, manner);
        }
    }

    record Traffic(Map<String, Integer> shares, Manner manner) implements Step {
        @Override
        public void in(RolloutTrial trial) throws Exception {
            trial.traffic(shares, manner);
        }
    }

    record Mirror(String target, int share, Manner manner) implements Step {
        @Override
        public void in(RolloutTrial trial) throws Exception {
            trial.mirror(target, share, manner);
        }
    }

    record Kill(String name, Manner manner) implements Step {
        @Override
        public void in(RolloutTrial trial) throws Exception {
            trial.kill(name, manner);
        }
    }

    record Pin(String name) implements Step {
        @Override
        public void in(RolloutTrial trial) throws Exception {
            trial.pin(name);
        }
    }

    record Call(int requests) implements Step {
        @Override
        public void in(RolloutTrial trial) throws Exception {
            trial.call(requests);
        }
    }

    /** Longer than a deployment that failed is held back. */
    record TimePasses() implements Step {
        @Override
        public void in(RolloutTrial trial) throws Exception {
            trial.timePasses();
        }
    }

    /** @param written how much of what was written last has reached the disk, in percent */
    record Crash(int written) implements Step {
        @Override
        public void in(RolloutTrial trial) throws Exception {
            trial.crash(written);
        }
    }

    private static final Gen<String> NAMES = arbitrary().pick("blue", "green", "red");
    private static final Gen<Manner> MANNERS = arbitrary().enumValues(Manner.class);

    private RolloutSteps() {}

    static Gen<List<Step>> sequences() {
        return lists().of(steps()).ofSizeBetween(4, 24);
    }

    private static Gen<Step> steps() {
        Gen<Step> routing = traffic().mix(mirror(), 40);
        Gen<Step> scaling = NAMES.zip(integers().between(0, 3), MANNERS, Scale::new);
        Gen<Step> calls = integers().between(1, 40).map(Call::new);
        Gen<Step> pins = arbitrary().pick("blue", "GREEN", "Red", "purple").map(Pin::new);
        return routing.mix(coming().mix(going(), 40), 40)
                .mix(calls.mix(pins, 30), 40)
                .mix(scaling, 15)
                .mix(trouble(), 15);
    }

    private static Gen<Step> coming() {
        return NAMES.zip(integers().between(0, 2), (name, all) -> new Create(name, all == 0));
    }

    private static Gen<Step> going() {
        return NAMES.zip(MANNERS, Delete::new);
    }

    private static Gen<Step> trouble() {
        Gen<Step> kills = NAMES.zip(MANNERS, Kill::new);
        Gen<Step> crashes = integers().between(0, 100).map(Crash::new);
        return kills.mix(constant(new TimePasses()), 40).mix(crashes, 25);
    }

    /** Splits over two deployments that add up, and over three that need not. */
    private static Gen<Step> traffic() {
        var two = NAMES.zip(NAMES, integers().between(0, 100), (one, other, cut) -> {
            var shares = new TreeMap<>(Map.of(one, cut));
            shares.merge(other, 100 - cut, Integer::sum);
            return (Map<String, Integer>) shares;
        });
        var any = lists().of(integers().between(0, 100))
                .ofSize(3)
                .map(all -> Map.of("blue", all.get(0), "green", all.get(1), "red", all.get(2)));
        var none = constant(Map.<String, Integer>of());
        return two.mix(any, 10).mix(none, 10).zip(MANNERS, Traffic::new);
    }

    private static Gen<Step> mirror() {
        return NAMES.zip(integers().between(0, 60), MANNERS, Mirror::new);
    }
}
