package dev.sluice.console;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.GREEN;
import static dev.sluice.console.SampleFleets.NOW;

import dev.sluice.control.Fleet;
import dev.sluice.control.Inventory;
import dev.sluice.control.Inventory.Held;
import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.CondaFile;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.Substitution;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A registry as it may be in the middle of a rollout. */
public final class SampleInventory {

    public static final Held OLD = held(model("iris", "1", ModelType.CUSTOM), 9, true);
    public static final Held USED = held(model("iris", "2", ModelType.CUSTOM), 3, false, BLUE, GREEN);
    public static final Held FLOW = held(model("churn", "1", ModelType.MLFLOW), 2, false);
    public static final Held GENERATED = generated(model("model-9f86d081884c", "1", ModelType.CUSTOM));
    public static final Held SKLEARN = held(
            environment(
                    "sklearn",
                    "3",
                    new EnvironmentSource.Conda(
                            "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu20.04",
                            new CondaFile.Inline("dependencies:\n- python=3.10\n- scikit-learn=1.2\n"))),
            1,
            false,
            BLUE);

    private SampleInventory() {}

    public static Inventory full() {
        return new Inventory(
                List.of(FLOW, OLD, USED, GENERATED, SKLEARN),
                List.of(
                        new Substitution(
                                "azureml://registries/azureml/environments/sklearn-*", "azureml:sklearn@latest"),
                        new Substitution("azureml://registries/*/models/*", "azureml:iris:2")));
    }

    /** Each deployment has a model of its own, named after it. */
    public static Inventory of(Fleet fleet) {
        var ids = fleet.endpoints().stream()
                .flatMap(endpoint -> endpoint.deployments().stream())
                .map(deployment -> deployment.spec().id());
        return new Inventory(ids.map(SampleInventory::modelOf).toList(), List.of());
    }

    private static Held modelOf(DeploymentId id) {
        return held(model(id.deployment().text(), "1", ModelType.CUSTOM), 1, false, id);
    }

    private static ModelDefinition model(String name, String version, ModelType type) {
        return new ModelDefinition(
                name,
                version,
                type,
                "/home/ada/models/" + name,
                Labels.of("", Map.of("team", "fraud")),
                CloudKeys.NONE);
    }

    private static EnvironmentDefinition environment(String name, String version, EnvironmentSource source) {
        return new EnvironmentDefinition(name, version, source, Labels.NONE, CloudKeys.NONE);
    }

    private static Held held(AssetDefinition definition, int daysAgo, boolean archived, DeploymentId... users) {
        return new Held(asset(definition, Asset.Naming.GIVEN, daysAgo, archived), List.of(users));
    }

    private static Held generated(AssetDefinition definition) {
        return new Held(asset(definition, Asset.Naming.GENERATED, 0, false), List.of(GREEN));
    }

    private static Asset asset(AssetDefinition definition, Asset.Naming naming, int daysAgo, boolean archived) {
        return new Asset(
                new AssetId(definition.kind(), definition.name(), definition.version()),
                definition,
                naming,
                new Asset.Content("9f86d081884c7d659a2feaa0c55ad015", "9f86", 3 << 20),
                NOW.minus(Duration.ofDays(daysAgo)),
                archived);
    }
}
