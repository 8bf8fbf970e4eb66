/** The traffic page: how live requests are split, and what is mirrored. */
@NullMarked
package dev.sluice.console.traffic;

import org.jspecify.annotations.NullMarked;
