/** Instances as plain processes of this computer, for machines without a container engine. */
@NullMarked
package dev.sluice.engine.process;

import org.jspecify.annotations.NullMarked;
