/** What is being done and what was: the drawer that opens from the status bar. */
@NullMarked
package dev.sluice.console.jobs;

import org.jspecify.annotations.NullMarked;
