/** What the window knows of the desktop round it, and remembers of itself. */
@NullMarked
package dev.sluice.console.desktop;

import org.jspecify.annotations.NullMarked;
