package dev.sluice.control.http;

import dev.sluice.control.RolloutControl;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
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

/** A command as it travels: a record for each of {@link RolloutControl}'s, with what it takes. */
sealed interface Command {

    /** Has {@code control} carry it out. */
    CompletionStage<Outcome> give(RolloutControl control);

    record CreateEndpoint(EndpointSpec spec) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.createEndpoint(spec);
        }
    }

    record DescribeEndpoint(EndpointSpec spec) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.describeEndpoint(spec);
        }
    }

    record UpdateEndpoint(EndpointSpec spec, Routing routing) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.updateEndpoint(spec, routing);
        }
    }

    record DeleteEndpoint(EndpointName endpoint) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.deleteEndpoint(endpoint);
        }
    }

    record CreateDeployment(DeploymentSpec spec, InitialTraffic traffic) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.createDeployment(spec, traffic);
        }
    }

    record UpdateDeployment(DeploymentSpec spec) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.updateDeployment(spec);
        }
    }

    record ReplaceDeployment(DeploymentSpec spec) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.replaceDeployment(spec);
        }
    }

    record Redeploy(DeploymentId deployment) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.redeploy(deployment);
        }
    }

    record DropUpdate(DeploymentId deployment) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.dropUpdate(deployment);
        }
    }

    record RecreateDeployment(DeploymentSpec spec) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.recreateDeployment(spec);
        }
    }

    record Scale(DeploymentId deployment, int instances) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.scale(deployment, instances);
        }
    }

    record DeleteDeployment(DeploymentId deployment) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.deleteDeployment(deployment);
        }
    }

    record ApplyTraffic(EndpointName endpoint, TrafficSplit traffic) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.applyTraffic(endpoint, traffic);
        }
    }

    record ApplyMirror(EndpointName endpoint, Mirror mirror) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.applyMirror(endpoint, mirror);
        }
    }

    record ApplyRouting(EndpointName endpoint, Routing routing) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.applyRouting(endpoint, routing);
        }
    }

    record AllTrafficTo(DeploymentId deployment) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.allTrafficTo(deployment);
        }
    }

    record RegenerateKey(EndpointName endpoint, KeyType key) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.regenerateKey(endpoint, key);
        }
    }

    record Cancel(long job) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.cancel(job);
        }
    }

    record Retry(long job) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.retry(job);
        }
    }

    record CreateAsset(AssetDefinition definition) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.createAsset(definition);
        }
    }

    record RelabelAsset(AssetId asset, Labels labels) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.relabelAsset(asset, labels);
        }
    }

    record ArchiveAsset(AssetId asset) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.archiveAsset(asset);
        }
    }

    record RestoreAsset(AssetId asset) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.restoreAsset(asset);
        }
    }

    record DeleteAsset(AssetId asset) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.deleteAsset(asset);
        }
    }

    record SubstituteAssets(List<Substitution> substitutions) implements Command {
        @Override
        public CompletionStage<Outcome> give(RolloutControl control) {
            return control.substituteAssets(substitutions);
        }
    }
}
