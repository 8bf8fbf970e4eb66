/**
 * The command line with the cloud's verbs, flags and answers (reference section 6). It knows the runtime through {@link
 * dev.sluice.control.RolloutControl} only, and asks for one only when a command needs it.
 */
@NullMarked
package dev.sluice.cli;

import org.jspecify.annotations.NullMarked;
