/** From what should run to what runs: a pure planner and the thread that acts on it. */
@NullMarked
package dev.sluice.reconcile;

import org.jspecify.annotations.NullMarked;
