package dev.sluice.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rollout is, said again as plainly as possible and with none of the product's code: which commands are accepted,
 * who may answer, how many answers and copies there must be.
 */
final class RolloutModel {

    /** The live requests under one split; each deployment's answers are its share of them, within one. */
    static final class Turns {
        final SortedMap<String, Integer> split;
        final SortedMap<String, Integer> answers = new TreeMap<>();
        private int requests;

        private Turns(Map<String, Integer> split) {
            this.split = new TreeMap<>(split);
        }

        void answeredBy(String deployment) {
            requests++;
            answers.merge(deployment, 1, Integer::sum);
        }

        boolean isFair() {
            return split.entrySet().stream()
                    .allMatch(share ->
                            Math.abs(100 * answers.getOrDefault(share.getKey(), 0) - share.getValue() * requests)
                                    < 100);
        }
    }

    /** The live requests admitted under one mirror; its share of them is copied. */
    static final class Copies {
        final String shadow;
        final int share;
        private int admitted;

        private Copies(String shadow, int share) {
            this.shadow = shadow;
            this.share = share;
        }

        void admitted() {
            admitted++;
        }

        int sampled() {
            return admitted * share / 100;
        }
    }

    /** How many instances are wanted and run; after a failure no new one is started for a while. */
    private static final class Instances {
        private int wanted = 1;
        private int running = 1;
        private boolean heldBack;
    }

    private static final String NONE = "";

    private final SortedMap<String, Instances> deployments = new TreeMap<>();
    private final List<Copies> copies = new ArrayList<>();
    private Turns turns = new Turns(Map.of());

    RolloutModel() {
        copies.add(new Copies(NONE, 0));
    }

    Turns turns() {
        return turns;
    }

    Copies copies() {
        return copies.get(copies.size() - 1);
    }

    /** How many copies there must have been since the runtime was started. */
    int sampled() {
        return copies.stream().mapToInt(Copies::sampled).sum();
    }

    /** How many instances of each deployment run. */
    SortedMap<String, Integer> running() {
        var running = new TreeMap<String, Integer>();
        deployments.forEach((name, instances) -> running.put(name, instances.running));
        return running;
    }

    boolean exists(String name) {
        return deployments.containsKey(name);
    }

    // Commands; false for those that are refused, which change nothing

    boolean create(String name, boolean takesAll) {
        if (exists(name)) {
            return false;
        }
        deployments.put(name, new Instances());
        if (takesAll) {
            split(Map.of(name, 100));
        }
        return true;
    }

    boolean delete(String name) {
        if (!exists(name) || turns.split.containsKey(name)) {
            return false;
        }
        deployments.remove(name);
        if (copies().shadow.equals(name)) {
            mirrorTo(NONE, 0);
        }
        return true;
    }

    boolean scale(String name, int count) {
        if (!exists(name) || count < 1) {
            return false;
        }
        var instances = deployments.get(name);
        instances.wanted = count;
        instances.running = instances.heldBack ? Math.min(instances.running, count) : count;
        return true;
    }

    boolean traffic(Map<String, Integer> shares) {
        var positive = new TreeMap<>(shares);
        positive.values().removeIf(share -> share == 0);
        int sum = positive.values().stream().mapToInt(Integer::intValue).sum();
        boolean isAllowed = (sum == 0 || sum == 100)
                && deployments.keySet().containsAll(positive.keySet())
                && !positive.containsKey(copies().shadow);
        if (isAllowed) {
            split(positive);
        }
        return isAllowed;
    }

    boolean mirror(String target, int share) {
        boolean isAllowed = share == 0 || share <= 50 && exists(target) && !turns.split.containsKey(target);
        if (isAllowed) {
            mirrorTo(share == 0 ? NONE : target, share);
        }
        return isAllowed;
    }

    private void split(Map<String, Integer> next) {
        if (!turns.split.equals(next)) {
            turns = new Turns(next);
        }
    }

    private void mirrorTo(String shadow, int share) {
        if (!copies().shadow.equals(shadow) || copies().share != share) {
            copies.add(new Copies(shadow, share));
        }
    }

    // What happens

    /** The first to fail is replaced at once, a next one only when time has passed. */
    void killed(String name) {
        var instances = deployments.get(name);
        instances.running = instances.heldBack ? instances.running - 1 : instances.wanted;
        instances.heldBack = true;
    }

    void timePassed() {
        deployments.values().forEach(instances -> {
            instances.running = instances.wanted;
            instances.heldBack = false;
        });
    }

    /** What should be is kept; what was counted is not. */
    void crashed() {
        timePassed();
        turns = new Turns(turns.split);
        var kept = copies();
        copies.clear();
        copies.add(new Copies(kept.shadow, kept.share));
    }
}
