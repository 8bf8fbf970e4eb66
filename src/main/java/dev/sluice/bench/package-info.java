/** Measures Sluice beside what people know. Part of no running Sluice: only {@code ./sluice bench} comes here. */
@NullMarked
package dev.sluice.bench;

import org.jspecify.annotations.NullMarked;
