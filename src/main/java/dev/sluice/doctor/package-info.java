/**
 * Looks at the computer and tells what Sluice finds there and what it misses, with the fix for each. It only looks: it
 * changes nothing, and it knows the runtime by its state folder alone, so that it can tell of one that is broken.
 */
@NullMarked
package dev.sluice.doctor;

import org.jspecify.annotations.NullMarked;
