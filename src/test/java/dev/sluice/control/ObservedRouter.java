package dev.sluice.control;

import dev.sluice.router.Connections;
import dev.sluice.router.RouteTable;
import dev.sluice.router.Router;
import java.util.function.Consumer;

/**
 * Shows every table to the test before the router has it.
 *
 * @param look called on the runtime's thread
 */
record ObservedRouter(Router behind, Consumer<RouteTable> look) implements Router {

    @Override
    public int port() {
        return behind.port();
    }

    @Override
    public void publish(RouteTable table) {
        look.accept(table);
        behind.publish(table);
    }

    @Override
    public RouteTable table() {
        return behind.table();
    }

    @Override
    public Connections connections() {
        return behind.connections();
    }

    @Override
    public void close() {
        behind.close();
    }
}
