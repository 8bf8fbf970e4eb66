package dev.sluice.reconcile;

import dev.sluice.domain.InstanceProfiles;
import dev.sluice.engine.InstanceEngine;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * What the reconciler works with.
 *
 * @param profiles what sizes of instances stand for
 * @param materials what versions are made of
 * @param loop the runtime's one thread, to which all state belongs
 * @param blocking runs what waits for the disk
 * @param suffixes makes what tells the names of a deployment's instances apart, such as {@code 4f2a}
 */
public record Tools(
        InstanceEngine engine,
        InstanceProfiles profiles,
        Materials materials,
        Workspace workspace,
        Prober prober,
        Clock clock,
        ScheduledExecutorService loop,
        Executor blocking,
        Supplier<String> suffixes) {}
