/** Instances as Docker containers; the only package that knows docker-java. */
@NullMarked
package dev.sluice.engine.docker;

import org.jspecify.annotations.NullMarked;
