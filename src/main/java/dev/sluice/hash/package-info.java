/** What tells contents apart. */
@NullMarked
package dev.sluice.hash;

import org.jspecify.annotations.NullMarked;
