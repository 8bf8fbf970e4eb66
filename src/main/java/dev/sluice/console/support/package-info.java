/** What the console's features share: threads, loading of views, texts, formats. */
@NullMarked
package dev.sluice.console.support;

import org.jspecify.annotations.NullMarked;
