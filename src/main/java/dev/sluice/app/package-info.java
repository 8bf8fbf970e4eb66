/** The composition root: builds every part once, and is known by nobody. */
@NullMarked
package dev.sluice.app;

import org.jspecify.annotations.NullMarked;
