/** The desktop console: one package a feature, and {@code support} for what they share. */
@NullMarked
package dev.sluice.console;

import org.jspecify.annotations.NullMarked;
