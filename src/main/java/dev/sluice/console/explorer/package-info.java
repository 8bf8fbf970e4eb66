/** The tree of endpoints, deployments and instances at the left. */
@NullMarked
package dev.sluice.console.explorer;

import org.jspecify.annotations.NullMarked;
