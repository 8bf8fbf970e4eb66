/** The first page: addresses, keys, routing and deployments of an endpoint; state and instances of a deployment. */
@NullMarked
package dev.sluice.console.overview;

import org.jspecify.annotations.NullMarked;
