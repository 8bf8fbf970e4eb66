/** Measures the router beside haproxy and nginx. Part of no running Sluice: only {@code ./sluice bench} comes here. */
@NullMarked
package dev.sluice.bench;

import org.jspecify.annotations.NullMarked;
