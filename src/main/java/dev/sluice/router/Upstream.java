package dev.sluice.router;

import java.net.InetSocketAddress;

/**
 * One ready instance as the router sees it. It outlives route tables: what an instance still has in flight is known by
 * its gate and nowhere else.
 */
public record Upstream(String name, InetSocketAddress address, Gate gate) {}
