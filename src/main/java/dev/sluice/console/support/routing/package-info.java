/** Changes of routing as a window makes them, wherever in it: told, taken back and made again. */
@NullMarked
package dev.sluice.console.support.routing;

import org.jspecify.annotations.NullMarked;
