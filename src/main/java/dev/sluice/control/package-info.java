/** The use cases: what can be asked of the runtime, and the snapshots it tells. */
@NullMarked
package dev.sluice.control;

import org.jspecify.annotations.NullMarked;
