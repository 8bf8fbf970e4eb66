package dev.sluice.console.invoke;

import dev.sluice.control.Answer;
import dev.sluice.domain.EndpointName;
import java.time.Instant;

/** A test request that was answered. */
record Exchange(Instant at, EndpointName endpoint, Draft draft, Answer answer) {}
