/** What there is as the cloud's YAML: read, edited, compared with what is in force, and applied. */
@NullMarked
package dev.sluice.console.edit;

import org.jspecify.annotations.NullMarked;
