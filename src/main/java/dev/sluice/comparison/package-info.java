/** Compares what two deployments answered to the same request: value by value, since a model's answers are data. */
@NullMarked
package dev.sluice.comparison;

import org.jspecify.annotations.NullMarked;
