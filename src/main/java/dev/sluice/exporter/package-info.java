/** What the router has counted, as a page that Prometheus reads. */
@NullMarked
package dev.sluice.exporter;

import org.jspecify.annotations.NullMarked;
