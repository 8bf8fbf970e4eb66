/** What conda files ask for, whoever installs it. */
@NullMarked
package dev.sluice.engine.conda;

import org.jspecify.annotations.NullMarked;
