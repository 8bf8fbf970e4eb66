package dev.sluice.console.invoke;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What the page works with besides the bench.
 *
 * @param book what is kept of requests and answers
 * @param background where files are read and long texts are looked at; closed by whoever made it
 * @param nanos a clock that never goes back
 */
record InvokeTools(RequestBook book, Executor background, Delay delay, LongSupplier nanos) {}
