package dev.sluice.control;

import dev.sluice.assets.Library;
import dev.sluice.collect.Collecting;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.engine.InstanceEngine;
import dev.sluice.reconcile.Prober;
import dev.sluice.reconcile.Workspace;
import dev.sluice.router.Router;
import dev.sluice.store.Store;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * What the runtime is made of. Whoever built the parts closes them, after {@link EmbeddedControl#stopInstances}.
 *
 * @param profiles what sizes of instances stand for
 * @param metricsPort where what the router counts is shown, at 127.0.0.1
 * @param library the registry's copies of models and environments
 * @param loop the runtime's one thread
 * @param blocking runs what waits for the disk
 * @param deleting removes what nobody needs any more, so that this need not wait until something large is copied
 * @param randomKeys makes keys that cannot be guessed
 * @param suffixes makes what tells instances' names apart
 * @param collecting keeps what deployments ask to have kept
 * @param tokenLifetime how long an {@code aml_token} is good for
 */
public record RuntimeParts(
        InstanceEngine engine,
        InstanceProfiles profiles,
        Store store,
        Router router,
        Collecting collecting,
        int metricsPort,
        Library library,
        Workspace workspace,
        Prober prober,
        HttpClient http,
        Clock clock,
        ScheduledExecutorService loop,
        Executor blocking,
        Executor deleting,
        Supplier<String> randomKeys,
        Supplier<String> suffixes,
        Duration tokenLifetime) {}
