/** The registry of models and environments: which there are, what a reference means, and the copies of their files. */
@NullMarked
package dev.sluice.assets;

import org.jspecify.annotations.NullMarked;
