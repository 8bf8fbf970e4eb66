package dev.sluice.exporter;

import dev.sluice.router.Connections;
import dev.sluice.router.RouteTable;
import dev.sluice.router.Router;

/** A router without a network that has the connections that a test gives it. */
final class FixedRouter implements Router {

    private RouteTable table = RouteTable.EMPTY;
    private Connections connections = new Connections(0, 0, 0);

    @Override
    public int port() {
        throw new UnsupportedOperationException("it listens nowhere");
    }

    @Override
    public void publish(RouteTable newer) {
        table = newer;
    }

    @Override
    public RouteTable table() {
        return table;
    }

    void connect(Connections now) {
        connections = now;
    }

    @Override
    public Connections connections() {
        return connections;
    }

    @Override
    public void close() {}
}
