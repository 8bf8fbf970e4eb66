/** The editor for JSON and YAML, and what gives their words colours. */
@NullMarked
package dev.sluice.console.support.code;

import org.jspecify.annotations.NullMarked;
