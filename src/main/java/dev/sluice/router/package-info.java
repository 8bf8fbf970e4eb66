/** Which deployment answers a request, and which requests are copied to a shadow. No I/O. */
@NullMarked
package dev.sluice.router;

import org.jspecify.annotations.NullMarked;
