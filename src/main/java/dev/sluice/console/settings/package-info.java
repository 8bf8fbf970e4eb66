/** What holds for all endpoints of this computer, and can be changed in the window. */
@NullMarked
package dev.sluice.console.settings;

import org.jspecify.annotations.NullMarked;
