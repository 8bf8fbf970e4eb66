package dev.sluice.control.http;

import dev.sluice.control.RolloutControl;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.KeyType;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Routing;
import dev.sluice.domain.Substitution;
import dev.sluice.domain.TrafficSplit;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A control that gives each command as the record that travels: the way there, of which {@link Command#give} is the end. */
abstract class CommandingControl implements RolloutControl {

    abstract CompletionStage<Outcome> give(Command command);

    @Override
    public CompletionStage<Outcome> createEndpoint(EndpointSpec spec) {
        return give(new Command.CreateEndpoint(spec));
    }

    @Override
    public CompletionStage<Outcome> describeEndpoint(EndpointSpec spec) {
        return give(new Command.DescribeEndpoint(spec));
    }

    @Override
    public CompletionStage<Outcome> updateEndpoint(EndpointSpec spec, Routing routing) {
        return give(new Command.UpdateEndpoint(spec, routing));
    }

    @Override
    public CompletionStage<Outcome> deleteEndpoint(EndpointName name) {
        return give(new Command.DeleteEndpoint(name));
    }

    @Override
    public CompletionStage<Outcome> createDeployment(DeploymentSpec spec, InitialTraffic traffic) {
        return give(new Command.CreateDeployment(spec, traffic));
    }

    @Override
    public CompletionStage<Outcome> updateDeployment(DeploymentSpec spec) {
        return give(new Command.UpdateDeployment(spec));
    }

    @Override
    public CompletionStage<Outcome> replaceDeployment(DeploymentSpec spec) {
        return give(new Command.ReplaceDeployment(spec));
    }

    @Override
    public CompletionStage<Outcome> redeploy(DeploymentId id) {
        return give(new Command.Redeploy(id));
    }

    @Override
    public CompletionStage<Outcome> dropUpdate(DeploymentId id) {
        return give(new Command.DropUpdate(id));
    }

    @Override
    public CompletionStage<Outcome> recreateDeployment(DeploymentSpec spec) {
        return give(new Command.RecreateDeployment(spec));
    }

    @Override
    public CompletionStage<Outcome> scale(DeploymentId id, int instances) {
        return give(new Command.Scale(id, instances));
    }

    @Override
    public CompletionStage<Outcome> deleteDeployment(DeploymentId id) {
        return give(new Command.DeleteDeployment(id));
    }

    @Override
    public CompletionStage<Outcome> applyTraffic(EndpointName endpoint, TrafficSplit split) {
        return give(new Command.ApplyTraffic(endpoint, split));
    }

    @Override
    public CompletionStage<Outcome> applyMirror(EndpointName endpoint, Mirror mirror) {
        return give(new Command.ApplyMirror(endpoint, mirror));
    }

    @Override
    public CompletionStage<Outcome> applyRouting(EndpointName endpoint, Routing routing) {
        return give(new Command.ApplyRouting(endpoint, routing));
    }

    @Override
    public CompletionStage<Outcome> allTrafficTo(DeploymentId id) {
        return give(new Command.AllTrafficTo(id));
    }

    @Override
    public CompletionStage<Outcome> regenerateKey(EndpointName endpoint, KeyType type) {
        return give(new Command.RegenerateKey(endpoint, type));
    }

    @Override
    public CompletionStage<Outcome> cancel(long jobId) {
        return give(new Command.Cancel(jobId));
    }

    @Override
    public CompletionStage<Outcome> retry(long jobId) {
        return give(new Command.Retry(jobId));
    }

    @Override
    public CompletionStage<Outcome> createAsset(AssetDefinition definition) {
        return give(new Command.CreateAsset(definition));
    }

    @Override
    public CompletionStage<Outcome> archiveAsset(AssetId id) {
        return give(new Command.ArchiveAsset(id));
    }

    @Override
    public CompletionStage<Outcome> relabelAsset(AssetId id, Labels labels) {
        return give(new Command.RelabelAsset(id, labels));
    }

    @Override
    public CompletionStage<Outcome> restoreAsset(AssetId id) {
        return give(new Command.RestoreAsset(id));
    }

    @Override
    public CompletionStage<Outcome> deleteAsset(AssetId id) {
        return give(new Command.DeleteAsset(id));
    }

    @Override
    public CompletionStage<Outcome> substituteAssets(List<Substitution> substitutions) {
        return give(new Command.SubstituteAssets(substitutions));
    }
}
