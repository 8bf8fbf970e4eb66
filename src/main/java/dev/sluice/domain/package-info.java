/** What a rollout is: pure values and the rules that hold for them. Knows no file, socket, thread or toolkit. */
@NullMarked
package dev.sluice.domain;

import org.jspecify.annotations.NullMarked;
