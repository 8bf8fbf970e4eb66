/** Cloud YAML to domain values and back, with the line and column of every problem. */
@NullMarked
package dev.sluice.manifest;

import org.jspecify.annotations.NullMarked;
