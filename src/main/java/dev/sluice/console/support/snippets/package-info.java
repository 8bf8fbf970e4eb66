/** A request to an endpoint as a program or a command line of the user's own would send it. */
@NullMarked
package dev.sluice.console.support.snippets;

import org.jspecify.annotations.NullMarked;
