/** The command palette: everything that can be done, found by a few letters. */
@NullMarked
package dev.sluice.console.palette;

import org.jspecify.annotations.NullMarked;
