package dev.sluice.control.http;

import dev.sluice.domain.Secret;
import java.net.URI;

/**
 * Where a runtime can be spoken to, and what it wants to be shown.
 *
 * @param address such as {@code http://127.0.0.1:41234}; loopback only
 * @param secret made anew by each runtime
 */
public record Doorway(URI address, Secret secret) {}
