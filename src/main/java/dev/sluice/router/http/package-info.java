/** The data plane: clients' connections, instances' connections, and the mirror lane, on Netty. */
@NullMarked
package dev.sluice.router.http;

import org.jspecify.annotations.NullMarked;
