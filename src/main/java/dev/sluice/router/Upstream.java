package dev.sluice.router;

import dev.sluice.domain.ServingRoutes;
import java.net.InetSocketAddress;

/**
 * One ready instance as the router sees it. It outlives route tables: what an instance still has in flight is known by
 * its gate and nowhere else.
 *
 * @param scoringPath where it scores, which an image that serves by itself chooses (reference 1.5)
 */
public record Upstream(String name, InetSocketAddress address, String scoringPath, Gate gate) {

    private static final String SCORE = ServingRoutes.DEFAULT.scoring().path();

    /** One that scores where scoring servers do. */
    public Upstream(String name, InetSocketAddress address, Gate gate) {
        this(name, address, SCORE, gate);
    }

    /**
     * What is to be asked of the instance for what a client asked: {@code /score} is where it scores, everything else is
     * its own business.
     *
     * @param target path and query
     */
    public String targetFor(String target) {
        if (scoringPath.equals(SCORE) || !target.startsWith(SCORE)) {
            return target;
        }
        var rest = target.substring(SCORE.length());
        return rest.isEmpty() || rest.startsWith("?") ? scoringPath + rest : target;
    }
}
