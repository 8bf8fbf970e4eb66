/** The forms for new endpoints and deployments, filled by hand or from a YAML file. */
@NullMarked
package dev.sluice.console.create;

import org.jspecify.annotations.NullMarked;
