package dev.sluice.control;

import dev.sluice.domain.Actor;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.BandwidthLimit;
import dev.sluice.domain.CollectedData.Wiped;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.KeyType;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Routing;
import dev.sluice.domain.Substitution;
import dev.sluice.domain.TrafficSplit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The runtime in this process, for one actor. Its thread is {@link RuntimeParts#loop}; its methods may be called from
 * any.
 */
public final class EmbeddedControl extends Lookout {

    private final Caller caller;

    private EmbeddedControl(RuntimeCore core, Invoker invoker, Caller caller) {
        super(core, invoker);
        this.caller = caller;
    }

    /** Builds the runtime and sets what the last run has left to work again; completes when commands may come. */
    public static CompletionStage<EmbeddedControl> start(RuntimeParts parts) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var core = new RuntimeCore(parts);
                    core.begin();
                    return new EmbeddedControl(core, new Invoker(parts.http()), new Caller(Actor.SYSTEM));
                },
                parts.loop());
    }

    @Override
    public RolloutControl by(Actor other) {
        return new EmbeddedControl(core, invoker, caller.as(other));
    }

    @Override
    public RolloutControl because(String reason) {
        return by(caller.actor().because(reason));
    }

    @Override
    public RolloutControl beyondCapacity() {
        return new EmbeddedControl(core, invoker, caller.inSpiteOf(Problem.Code.OUT_OF_CAPACITY));
    }

    @Override
    public RolloutControl insteadOfWhatRuns() {
        return new EmbeddedControl(core, invoker, caller.inSpiteOf(Problem.Code.UNDER_WAY));
    }

    @Override
    public RolloutControl besideWhatRuns() {
        return new EmbeddedControl(core, invoker, caller.inSpiteOf(Problem.Code.ENDPOINT_BUSY));
    }

    @Override
    public CompletionStage<Outcome> createEndpoint(EndpointSpec spec) {
        return command(() -> core.endpoints.create(caller, spec));
    }

    @Override
    public CompletionStage<Outcome> deleteEndpoint(EndpointName name) {
        return command(() -> core.endpoints.delete(caller, name));
    }

    @Override
    public CompletionStage<Outcome> createDeployment(DeploymentSpec spec, InitialTraffic initial) {
        return command(() -> core.deployments.create(caller, spec, initial));
    }

    @Override
    public CompletionStage<Outcome> updateDeployment(DeploymentSpec spec) {
        return command(() -> core.updates.update(caller, spec));
    }

    @Override
    public CompletionStage<Outcome> replaceDeployment(DeploymentSpec spec) {
        return command(() -> core.updates.replace(caller, spec));
    }

    @Override
    public CompletionStage<Outcome> redeploy(DeploymentId id) {
        return command(() -> core.updates.redeploy(caller, id));
    }

    @Override
    public CompletionStage<Outcome> dropUpdate(DeploymentId id) {
        return command(() -> core.updates.drop(caller, id));
    }

    @Override
    public CompletionStage<Outcome> recreateDeployment(DeploymentSpec spec) {
        return command(() -> core.deployments.recreate(caller, spec));
    }

    @Override
    public CompletionStage<Outcome> describeEndpoint(EndpointSpec spec) {
        return command(() -> core.endpoints.describe(caller, spec));
    }

    @Override
    public CompletionStage<Outcome> updateEndpoint(EndpointSpec spec, Routing routing) {
        return command(() -> core.endpoints.update(caller, spec, routing));
    }

    @Override
    public CompletionStage<Outcome> scale(DeploymentId id, int instances) {
        return command(() -> core.deployments.scale(caller, id, instances));
    }

    @Override
    public CompletionStage<Outcome> deleteDeployment(DeploymentId id) {
        return command(() -> core.deployments.delete(caller, id));
    }

    @Override
    public CompletionStage<Outcome> applyTraffic(EndpointName endpoint, TrafficSplit split) {
        return command(() -> core.routing.applyTraffic(caller, endpoint, split));
    }

    @Override
    public CompletionStage<Outcome> applyMirror(EndpointName endpoint, Mirror mirror) {
        return command(() -> core.routing.applyMirror(caller, endpoint, mirror));
    }

    @Override
    public CompletionStage<Outcome> cancel(long jobId) {
        return longCommand(() -> core.office.cancel(caller, jobId));
    }

    @Override
    public CompletionStage<Outcome> retry(long jobId) {
        return command(() -> core.office.retry(caller, jobId));
    }

    @Override
    public CompletionStage<Outcome> applyRouting(EndpointName endpoint, Routing routing) {
        return command(() -> core.routing.applyRouting(caller, endpoint, routing));
    }

    @Override
    public CompletionStage<Outcome> allTrafficTo(DeploymentId id) {
        return command(() -> core.routing.allTrafficTo(caller, id));
    }

    @Override
    public CompletionStage<Outcome> createAsset(AssetDefinition definition) {
        return longCommand(() -> core.registrar.create(caller.actor(), definition));
    }

    @Override
    public CompletionStage<Outcome> relabelAsset(AssetId id, Labels labels) {
        return command(() -> core.assets.relabel(caller.actor(), id, labels));
    }

    @Override
    public CompletionStage<Outcome> archiveAsset(AssetId id) {
        return command(() -> core.assets.archive(caller.actor(), id));
    }

    @Override
    public CompletionStage<Outcome> restoreAsset(AssetId id) {
        return command(() -> core.assets.restore(caller.actor(), id));
    }

    @Override
    public CompletionStage<Outcome> deleteAsset(AssetId id) {
        return command(() -> core.assets.delete(caller.actor(), id, core.ledger.desired()));
    }

    @Override
    public CompletionStage<Outcome> substituteAssets(List<Substitution> substitutions) {
        return command(() -> core.assets.substitute(caller.actor(), substitutions, core.ledger.revision()));
    }

    /** One that is begun now, and shown, and answered when it has ended. */
    private CompletionStage<Outcome> longCommand(Supplier<CompletionStage<Outcome>> command) {
        return core.thread
                .ask(() -> {
                    var begun = command.get();
                    core.publish();
                    return begun;
                })
                .thenCompose(begun -> begun)
                .thenCompose(outcome -> command(() -> outcome));
    }

    private CompletionStage<Outcome> command(Supplier<Outcome> command) {
        return core.thread.ask(() -> {
            var outcome = command.get();
            core.publish();
            return outcome;
        });
    }

    @Override
    public CompletionStage<Outcome> regenerateKey(EndpointName name, KeyType type) {
        return command(() -> core.endpoints.regenerateKey(caller, name, type));
    }

    @Override
    public CompletionStage<Wiped> wipeCollected(DeploymentId id) {
        return core.thread.ask(() -> core.collected.wipe(caller.actor(), id)).thenCompose(wiping -> wiping);
    }

    /** Each managed endpoint has so much bandwidth from now on. It is not kept: the next runtime begins without a limit. */
    public void limitBandwidth(BandwidthLimit limit) {
        core.thread.run(() -> core.routes.limitBandwidth(limit));
    }

    /** Ends every instance, so that nothing runs on when the program has ended. Completes when all are gone. */
    public CompletionStage<Void> stopInstances() {
        return core.thread.ask(core.reconciler::stopAll).thenCompose(stopped -> stopped);
    }
}
