package dev.sluice.assets;

import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.AssetReference;
import dev.sluice.domain.CodeDefinition;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.Pins;
import dev.sluice.domain.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A deployment's description with its references settled: {@code azureml:name@latest} and {@code azureml:name} have
 * become the version that is the newest at this moment (reference 8 C2); those of the cloud stay as they are written.
 *
 * @param meant the same with what the references mean in their place, as far as that is known: what will run, and from
 *     whose files nothing is ever read
 * @param pins what the references mean
 * @param problems what they do not mean, or what cannot be run
 */
public record Settlement(DeploymentSpec spec, DeploymentSpec meant, Pins pins, List<Problem> problems) {

    public Settlement {
        problems = List.copyOf(problems);
    }

    /** What else is wrong with the description, and then these. */
    public List<Problem> problemsAfter(List<Problem> others) {
        return Stream.concat(others.stream(), problems.stream()).toList();
    }

    /** Looks up what {@code spec} refers to. */
    public static Settlement of(Catalog catalog, DeploymentSpec spec) {
        var found = new ArrayList<Asset>();
        var problems = new ArrayList<Problem>();
        var settled = spec.draft();
        var meant = spec.draft();
        if (spec.model() instanceof ModelSource.Registered model) {
            find(catalog, AssetKind.MODEL, model.reference(), problems).forEach(asset -> {
                found.add(asset);
                settled.model(new ModelSource.Registered(settled(model.reference(), asset)));
                meant.model(modelOf(asset));
                needsCode(spec, asset).forEach(problems::add);
            });
        }
        if (spec.model() instanceof ModelSource.Files files) {
            problems.addAll(badName(files));
        }
        if (spec.environment() instanceof EnvironmentSource.Registered environment) {
            find(catalog, AssetKind.ENVIRONMENT, environment.reference(), problems)
                    .forEach(asset -> {
                        found.add(asset);
                        settled.environment(new EnvironmentSource.Registered(settled(environment.reference(), asset)));
                        meant.environment(environmentOf(asset));
                    });
        }
        if (spec.code() instanceof CodeSource.Registered code) {
            find(catalog, AssetKind.CODE, code.reference(), problems).forEach(asset -> {
                found.add(asset);
                settled.code(new CodeSource.Registered(settled(code.reference(), asset), code.script()));
                meant.code(codeOf(asset, code.script()));
            });
        }
        return new Settlement(
                settled.done(),
                meant.done(),
                Pins.of(found.stream().map(Asset::id).toList()),
                problems);
    }

    /** An inline model is registered by the name that it is given, which must be one. */
    private static List<Problem> badName(ModelSource.Files files) {
        var problems = new ArrayList<Problem>();
        if (!files.name().isEmpty()) {
            problems.addAll(AssetId.problems("model.name", "name", files.name()));
        }
        if (!files.version().isEmpty()) {
            problems.addAll(AssetId.problems("model.version", "version", files.version()));
        }
        return problems;
    }

    private static List<Asset> find(Catalog catalog, AssetKind kind, String reference, List<Problem> problems) {
        var lookup = new References(catalog, kind).find(reference);
        if (lookup instanceof Lookup.Missing missing) {
            problems.add(missing.problem());
        }
        return lookup instanceof Lookup.Found found ? List.of(found.asset()) : List.of();
    }

    private static ModelSource modelOf(Asset asset) {
        return asset.definition() instanceof ModelDefinition model
                ? new ModelSource.Files(
                        model.path(), asset.id().name(), asset.id().version(), model.type())
                : new ModelSource.None();
    }

    private static EnvironmentSource environmentOf(Asset asset) {
        return asset.definition() instanceof EnvironmentDefinition environment
                ? environment.source()
                : new EnvironmentSource.None();
    }

    private static CodeSource codeOf(Asset asset, String script) {
        return asset.definition() instanceof CodeDefinition code
                ? new CodeSource.Folder(code.path(), script)
                : new CodeSource.None();
    }

    private static String settled(String reference, Asset asset) {
        boolean here = AssetReference.parse(reference)
                .filter(parsed -> !(parsed instanceof AssetReference.Elsewhere))
                .isPresent();
        return here ? asset.id().reference() : reference;
    }

    /** Only the registry knows what type a registered model is of. */
    private static List<Problem> needsCode(DeploymentSpec spec, Asset model) {
        boolean serves = model.modelType() != ModelType.CUSTOM
                || !(spec.code() instanceof CodeSource.None)
                || !(spec.environment() instanceof EnvironmentSource.None);
        return serves
                ? List.of()
                : List.of(Problem.of(
                        Problem.Code.MISSING_KEY,
                        "code_configuration",
                        "the model " + model.id().text() + " is a custom model, which nothing here can serve by itself",
                        "name the code and the environment, or register it as an mlflow_model or a triton_model"));
    }
}
