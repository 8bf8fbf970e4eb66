package dev.sluice.router;

/**
 * The routing proxy: takes clients' requests on one loopback port and has them answered by the instances of the
 * deployments that its {@link RouteTable} names. Safe from any thread.
 */
public interface Router extends AutoCloseable {

    /** The port it listens on, at 127.0.0.1. */
    int port();

    /** Swaps the whole table in, with one atomic write. A request keeps the table it began with. */
    void publish(RouteTable table);

    /** The table in force. */
    RouteTable table();

    Connections connections();

    /** Stops listening, lets requests in flight end within a few seconds, then cuts them. */
    @Override
    void close();
}
