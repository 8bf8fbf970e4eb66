/** The window: toolbar, tree, pages, notices, status bar, and what happens on the first run. */
@NullMarked
package dev.sluice.console.shell;

import org.jspecify.annotations.NullMarked;
