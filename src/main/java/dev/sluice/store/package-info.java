/** The one SQLite file: desired state by revision, and the endpoints' credentials. */
@NullMarked
package dev.sluice.store;

import org.jspecify.annotations.NullMarked;
