package dev.sluice.control;

import dev.sluice.domain.DeploymentId;
import dev.sluice.router.Connections;
import dev.sluice.router.DeploymentRoute;
import dev.sluice.router.RouteTable;
import dev.sluice.router.Router;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A router without a network: it keeps the table that is in force. Safe from any thread. */
final class FakeRouter implements Router {

    private volatile RouteTable table = RouteTable.EMPTY;
    private final List<RouteTable> published = new CopyOnWriteArrayList<>();

    @Override
    public int port() {
        return 4711;
    }

    @Override
    public void publish(RouteTable newer) {
        table = newer;
        published.add(newer);
    }

    @Override
    public RouteTable table() {
        return table;
    }

    @Override
    public Connections connections() {
        return new Connections(0, 0, 0);
    }

    /** All that have been in force, in order. */
    List<RouteTable> published() {
        return List.copyOf(published);
    }

    Optional<DeploymentRoute> route(DeploymentId id) {
        return table.endpoint(id.endpoint().text()).flatMap(endpoint -> endpoint.deployment(id.deployment()));
    }

    /** The names of the instances that may be given requests of the deployment. */
    List<String> upstreams(DeploymentId id) {
        return route(id).stream()
                .flatMap(route -> route.upstreams().stream())
                .map(upstream -> upstream.name())
                .toList();
    }

    @Override
    public void close() {
        table = RouteTable.EMPTY;
    }
}
