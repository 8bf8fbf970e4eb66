package dev.sluice.router;

/**
 * Clients' connections to the router.
 *
 * @param active open now
 * @param accepted ever since the router began
 * @param refused ever, because there were too many
 */
public record Connections(int active, long accepted, long refused) {}
