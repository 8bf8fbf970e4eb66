/** The page of registered models and environments, and of what stands in for those of the cloud. */
@NullMarked
package dev.sluice.console.assets;

import org.jspecify.annotations.NullMarked;
