/** The activity page: who has changed what, and the way back. */
@NullMarked
package dev.sluice.console.activity;

import org.jspecify.annotations.NullMarked;
