/** A safe rollout that runs by itself, step by step, and says what it measures. */
@NullMarked
package dev.sluice.demo;

import org.jspecify.annotations.NullMarked;
