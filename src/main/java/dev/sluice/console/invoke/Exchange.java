package dev.sluice.console.invoke;

import dev.sluice.control.Answer;
import dev.sluice.control.Invocation;
import java.time.Instant;

/** A test request that was answered. */
record Exchange(Instant at, Invocation invocation, Answer answer) {}
