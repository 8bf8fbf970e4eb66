/** What is different between two texts, line by line. */
@NullMarked
package dev.sluice.console.support.diff;

import org.jspecify.annotations.NullMarked;
