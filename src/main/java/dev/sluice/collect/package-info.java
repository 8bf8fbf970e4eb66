/** The data collector: what was sent to a deployment and what it answered, in the cloud's form, in local files. */
@NullMarked
package dev.sluice.collect;

import org.jspecify.annotations.NullMarked;
