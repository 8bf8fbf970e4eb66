/** The invoke page: test requests and their answers. */
@NullMarked
package dev.sluice.console.invoke;

import org.jspecify.annotations.NullMarked;
