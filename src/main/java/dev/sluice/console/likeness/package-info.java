/** What is like the cloud, and what is not. */
@NullMarked
package dev.sluice.console.likeness;

import org.jspecify.annotations.NullMarked;
