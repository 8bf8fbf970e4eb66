package dev.sluice.control;

import dev.sluice.domain.Activity;
import dev.sluice.domain.CollectedData;
import dev.sluice.domain.Credentials;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.EndpointName;
import dev.sluice.metrics.Agreement;
import dev.sluice.metrics.ShadowAnswer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** What the runtime in this process tells: the same to each actor who asks. */
abstract class Lookout implements RolloutControl {

    final RuntimeCore core;
    final Invoker invoker;

    Lookout(RuntimeCore core, Invoker invoker) {
        this.core = core;
        this.invoker = invoker;
    }

    @Override
    public CompletionStage<Fleet> fleet() {
        return core.thread.ask(core::fleet);
    }

    @Override
    public AutoCloseable watch(Consumer<Fleet> listener) {
        core.thread.run(() -> core.pictures.watch(listener, core.fleet()));
        return () -> core.thread.run(() -> core.pictures.unwatch(listener));
    }

    @Override
    public AutoCloseable watchTraffic(EndpointName endpoint, Consumer<TrafficSample> listener) {
        return watchHistory(endpoint, TrafficLog.secondsOnly(listener));
    }

    @Override
    public AutoCloseable watchHistory(EndpointName endpoint, Consumer<TrafficSample> listener) {
        core.thread.run(() -> core.traffic.watch(endpoint, listener));
        return () -> core.thread.run(() -> core.traffic.unwatch(endpoint, listener));
    }

    @Override
    public AutoCloseable watchActivity(int newest, Consumer<Activity> listener) {
        core.thread.run(() -> core.diary.watch(newest, listener));
        return () -> core.thread.run(() -> core.diary.unwatch(listener));
    }

    @Override
    public CompletionStage<List<Activity>> olderActivity(long before, int limit) {
        return core.thread.ask(() -> core.diary.before(before, limit));
    }

    @Override
    public CompletionStage<List<LogLine>> log(DeploymentId id, int tail) {
        return core.thread
                .ask(() -> core.logs.read(id, tail, core.reconciler.instances()))
                .thenCompose(read -> read);
    }

    @Override
    public AutoCloseable followLog(DeploymentId id, int tail, Consumer<LogLine> line) {
        var following = core.thread.ask(() -> core.logs.follow(id, tail, line, core.reconciler.instances()));
        return () -> core.thread.run(() -> following.thenAccept(Runnable::run));
    }

    @Override
    public CompletionStage<List<Job.Line>> jobLog(long jobId) {
        return core.thread.ask(() -> core.office.log(jobId));
    }

    @Override
    public CompletionStage<Void> ping() {
        return core.thread.ask(() -> Boolean.TRUE).thenAccept(there -> {});
    }

    @Override
    public CompletionStage<Inventory> assets() {
        return core.thread.ask(core::inventory);
    }

    @Override
    public AutoCloseable watchAssets(Consumer<Inventory> listener) {
        core.thread.run(() -> core.inventories.watch(listener, core.inventory()));
        return () -> core.thread.run(() -> core.inventories.unwatch(listener));
    }

    @Override
    public CompletionStage<Credentials> credentials(EndpointName name) {
        return core.thread.ask(() -> core.keyring.credentials(endpoint(name)));
    }

    private DesiredEndpoint endpoint(EndpointName name) {
        return core.ledger.desired().endpoint(name).orElseThrow(() -> new Mistake(Checks.noEndpoint(name, "endpoint")));
    }

    @Override
    public CompletionStage<Answer> invoke(Invocation invocation) {
        var address = "http://127.0.0.1:" + core.parts.router().port() + "/endpoints/"
                + invocation.endpoint().folded();
        return credentials(invocation.endpoint())
                .thenCompose(credentials -> invoker.send(address, credentials.bearer(), invocation));
    }

    @Override
    public CompletionStage<Optional<ShadowAnswer>> shadowAnswer(EndpointName name, String requestId) {
        return core.thread.ask(() -> core.routes.shadowAnswer(name, requestId));
    }

    @Override
    public CompletionStage<Agreement> agreement(EndpointName name) {
        return core.thread.ask(() -> core.routes.agreement(name));
    }

    @Override
    public CompletionStage<CollectedData> collected(DeploymentId id) {
        return core.thread.ask(() -> core.collected.of(id));
    }
}
