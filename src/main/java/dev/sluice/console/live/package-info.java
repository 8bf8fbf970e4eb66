/** The live page: charts of what the router measures. */
@NullMarked
package dev.sluice.console.live;

import org.jspecify.annotations.NullMarked;
