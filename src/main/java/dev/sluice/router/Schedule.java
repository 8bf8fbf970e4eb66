package dev.sluice.router;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.TrafficSplit;
import java.util.List;

/** Works out in which order a split's deployments take turns. Pure. */
final class Schedule {

    private static final int PERIOD = 100;

    private Schedule() {}

    /**
     * One period of turns. At each turn the deployments that would not get ahead of their share by a whole turn may
     * have it, and among them the one that would first fall a turn behind gets it (R. Tijdeman, The chairman assignment
     * problem, 1980): no deployment is ever a whole turn off its share.
     */
    static DeploymentName[] of(TrafficSplit split) {
        var names = List.copyOf(split.shares().keySet());
        if (names.isEmpty()) {
            return new DeploymentName[0];
        }
        var order = new DeploymentName[PERIOD];
        var turns = new int[names.size()];
        for (int turn = 1; turn <= PERIOD; turn++) {
            int chosen = nextInTurn(names, split, turns, turn);
            turns[chosen]++;
            order[turn - 1] = names.get(chosen);
        }
        return order;
    }

    private static int nextInTurn(List<DeploymentName> names, TrafficSplit split, int[] turns, int turn) {
        double slack = names.size() == 1 ? 0 : 1.0 - 1.0 / (2 * names.size() - 2);
        int chosen = -1;
        double earliest = Double.MAX_VALUE;
        for (int i = 0; i < turns.length; i++) {
            double share = split.shareOf(names.get(i)).value() / (double) PERIOD;
            double owed = share * turn - turns[i];
            if (owed >= 1 - slack - 1e-9) {
                double deadline = (slack - owed) / share;
                if (deadline < earliest) {
                    earliest = deadline;
                    chosen = i;
                }
            }
        }
        if (chosen < 0) {
            throw new IllegalStateException("no deployment is due at turn " + turn + " of " + split);
        }
        return chosen;
    }
}
