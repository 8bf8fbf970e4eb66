package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;

/** A model's file to be registered, and deployments that are made of it, on the real runtime with a fake engine. */
abstract class AssetsContract extends FaceContract {

    static final AssetId IRIS = new AssetId(AssetKind.MODEL, "iris", "1");

    Path file;

    @BeforeEach
    void there_is_a_model_file() throws Exception {
        engine.startsAtOnce();
        file = Files.writeString(folder.resolve("iris.pkl"), "weights");
    }

    Outcome create(AssetDefinition definition) throws Exception {
        var outcome = runtime.ask(runtime.control.createAsset(definition));
        assertThat(outcome).isInstanceOf(Outcome.Registered.class);
        return outcome;
    }

    void up(DeploymentSpec spec) throws Exception {
        assertThat(runtime.ask(runtime.control.createDeployment(spec, InitialTraffic.NONE)))
                .isInstanceOf(Outcome.Applied.class);
        runtime.awaitState(BLUE, DeploymentState.Succeeded.class);
    }

    Problem refusal(CompletionStage<Outcome> command) throws Exception {
        return ((Outcome.Refused) runtime.ask(command)).problems().get(0);
    }

    Inventory inventory() throws Exception {
        return runtime.get(runtime.control.assets());
    }

    List<DeploymentId> usersOf(AssetId id) throws Exception {
        return inventory().asset(id).orElseThrow().usedBy();
    }

    DeploymentSpec spec() {
        return runtime.fleet().deployment(BLUE).orElseThrow().spec();
    }

    DeploymentSpec inline(String name, String version) {
        return runtime.spec(BLUE)
                .draft()
                .model(new ModelSource.Files(file.toString(), name, version))
                .done();
    }

    DeploymentSpec referring(String model) {
        return runtime.spec(BLUE)
                .draft()
                .model(new ModelSource.Registered(model))
                .done();
    }

    ModelDefinition model(String name, String version) {
        return new ModelDefinition(name, version, ModelType.CUSTOM, file.toString(), Labels.NONE, CloudKeys.NONE);
    }

    static EnvironmentDefinition environment(EnvironmentSource source) {
        return new EnvironmentDefinition("sklearn", "1", source, Labels.NONE, CloudKeys.NONE);
    }
}
