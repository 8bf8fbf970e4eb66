package dev.sluice.bench;

import java.io.IOException;
import java.util.Locale;

/**
 * The shadow in a process of its own, so that what its faults cost it does not count as the router's. What it is told
 * is the name of a fault, which it answers when it has taken that on.
 */
public final class ShadowProcess {

    private final int port;
    private FaultyServer server;

    private ShadowProcess(int port) throws IOException {
        this.port = port;
        this.server = new FaultyServer(port, Fault.HEALTHY);
    }

    /**
     * Serves until standard input ends.
     *
     * @param args the port to listen on
     */
    public static void main(String[] args) throws IOException {
        Orders.follow(new ShadowProcess(Integer.parseInt(args[0]))::become);
    }

    private String become(String fault) throws IOException {
        server.close();
        server = new FaultyServer(port, Fault.valueOf(fault.toUpperCase(Locale.ROOT)));
        return fault;
    }
}
