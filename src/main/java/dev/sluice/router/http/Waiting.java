package dev.sluice.router.http;

import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.EndpointRoute;
import dev.sluice.router.Upstream;
import dev.sluice.router.WaitingLine;
import java.util.concurrent.RejectedExecutionException;

/**
 * An exchange that stands in line for a place. Places are given from any thread, often from another event loop; they
 * are taken on the exchange's own, and go to the next in line if the exchange has ended meanwhile.
 */
final class Waiting implements WaitingLine.Waiter {

    private final Exchange exchange;
    private final Worker worker;
    private final DeploymentRoute route;
    private boolean over;

    Waiting(Exchange exchange, Worker worker, DeploymentRoute route) {
        this.exchange = exchange;
        this.worker = worker;
        this.route = route;
    }

    /** A place may have come free, or an instance have come up, before it stood in line: looks again after joining. */
    void join(Routes routes, EndpointRoute endpoint) {
        route.gate().line().join(this);
        routes.serveLine(endpoint, route);
    }

    void quit() {
        over = true;
        route.gate().line().quit(this);
    }

    @Override
    public void placeGiven(Upstream place) {
        try {
            worker.loop().execute(() -> take(place));
        } catch (RejectedExecutionException closing) {
            place.gate().leave();
        }
    }

    @Override
    public void turnedAway() {
        try {
            worker.loop().execute(this::giveUp);
        } catch (RejectedExecutionException closing) {
            // Closing has ended the exchange already.
        }
    }

    private void take(Upstream place) {
        if (over) {
            route.giveBack(place);
        } else {
            over = true;
            exchange.enter(place);
        }
    }

    private void giveUp() {
        if (!over) {
            over = true;
            exchange.refuse(Refusal.NOT_READY);
        }
    }
}
