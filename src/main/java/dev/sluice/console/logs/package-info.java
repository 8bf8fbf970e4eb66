/** The logs page: what a deployment's instances write. */
@NullMarked
package dev.sluice.console.logs;

import org.jspecify.annotations.NullMarked;
