package dev.sluice.manifest;

import dev.sluice.domain.AuthMode;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.CondaFile;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.InstanceType;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.Probe;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.ServingRoutes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Endpoints and deployments of every kind that a file can describe, with texts that are hard to write down. */
public final class RandomSpecs {

    private static final List<String> AWKWARD = List.of(
            "",
            " ",
            "yes",
            "no",
            "null",
            "~",
            "1.0",
            "0x10",
            "2024-01-01",
            "a: b",
            "# c",
            "- d",
            "{e}",
            "[f]",
            "!g",
            "&h",
            "*i",
            "'j'",
            "\"k\"",
            "|",
            ">",
            "%l",
            "@m",
            "`n",
            "line\nline\n",
            "\n",
            "\ttab",
            "trailing ",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\u0000",
            "\u001b[31m",
            "größer",
            "日本",
            "🙂",
            "?",
            "<<",
            "=",
            "\r\n");

    private final Random random;

    public RandomSpecs(long seed) {
        random = new Random(seed);
    }

    public EndpointSpec endpoint(EndpointName name) {
        var kind = oneOf(EndpointKind.values());
        return new EndpointSpec(name, kind, oneOf(auths(kind)), labels(), new RandomKeys(random).endpoint(kind));
    }

    private static AuthMode[] auths(EndpointKind kind) {
        return kind == EndpointKind.MANAGED ? AuthMode.values() : new AuthMode[] {AuthMode.KEY, AuthMode.AML_TOKEN};
    }

    public DeploymentSpec deployment(EndpointName endpoint, DeploymentName name) {
        var kind = oneOf(EndpointKind.values());
        var model = model();
        var code = oneOf(
                new CodeSource.None(),
                new CodeSource.Folder(path(), "deep/" + word() + ".py"),
                new CodeSource.Registered("azureml:" + word() + ":1", "deep/" + word() + ".py"));
        var environment = environment(model, code);
        var cloud = new RandomKeys(random).deployment(kind, model, environment);
        var size = InstanceType.of(oneOf("Standard_DS3_v2", "Standard_F2s_v2", "custom size"));
        return DeploymentSpec.draft(new DeploymentId(endpoint, name), code, environment)
                .kind(kind)
                .labels(labels())
                .model(model)
                .modelMount(oneOf("", "/mnt/" + word()))
                .environmentVariables(variables())
                .instanceType(cloud.json().containsKey("resources") ? size.asking(RandomKeys.RESOURCES) : size)
                .instanceCount(upTo(DeploymentSpec.MOST_INSTANCES))
                .requests(new RequestSettings(Duration.ofMillis(upTo(180_000)), upTo(100)))
                .liveness(probe(1))
                .readiness(probe(9))
                .collection(oneOf(DataCollection.NONE, collection()))
                .cloud(cloud)
                .done();
    }

    public ModelDefinition model(String name) {
        return new ModelDefinition(
                name,
                oneOf("", "1", "v2"),
                oneOf(ModelType.values()),
                path(),
                labels(),
                oneOf(CloudKeys.NONE, new CloudKeys(new TreeMap<>(Map.of("flavors", "{\"python_function\":{}}")))));
    }

    public EnvironmentDefinition environment(String name) {
        var keys = new TreeMap<>(Map.of("datastore", "\"azureml:d\"", "os_type", "\"linux\""));
        return new EnvironmentDefinition(
                name, oneOf("", "1", "v2"), writtenEnvironment(), labels(), oneOf(CloudKeys.NONE, new CloudKeys(keys)));
    }

    private Labels labels() {
        return new Labels(text(), texts(), texts());
    }

    private ModelSource model() {
        return oneOf(
                new ModelSource.None(),
                new ModelSource.Files(
                        path(), oneOf("", folderName()), oneOf("", "3", folderName()), oneOf(ModelType.values())),
                new ModelSource.Registered("azureml:" + word() + oneOf("", ":1", "@latest")),
                new ModelSource.Registered("azureml://registries/azureml/models/" + word() + "/labels/latest"));
    }

    private EnvironmentSource environment(ModelSource model, CodeSource code) {
        boolean optional = code instanceof CodeSource.None
                && (model instanceof ModelSource.Registered
                        || model instanceof ModelSource.Files files && files.type() != ModelType.CUSTOM);
        return oneOf(
                optional ? new EnvironmentSource.None() : new EnvironmentSource.Image("scratch"),
                new EnvironmentSource.Registered("azureml:" + word() + ":2"),
                writtenEnvironment());
    }

    private EnvironmentSource writtenEnvironment() {
        return oneOf(
                new EnvironmentSource.Image("python:3.1" + word(), routes()),
                new EnvironmentSource.Conda(word(), new CondaFile.At(path()), routes()),
                new EnvironmentSource.Conda(word(), new CondaFile.Inline("""
                        name: größe
                        channels:
                        - conda-forge
                        dependencies:
                        - python=3.10
                        - pip:
                          - 'a: b'
                          - 3.10
                        """), routes()),
                new EnvironmentSource.Build(path(), oneOf("Dockerfile", "sub/" + word()), routes()));
    }

    private ServingRoutes routes() {
        return oneOf(ServingRoutes.DEFAULT, new ServingRoutes(route(), route(), route()));
    }

    private ServingRoutes.Route route() {
        return new ServingRoutes.Route(upTo(65535), "/" + oneOf("", word() + "/größe"));
    }

    private DataCollection collection() {
        var collections = new TreeMap<String, DataCollection.Collection>();
        texts().forEach((name, text) -> collections.put(
                name,
                new DataCollection.Collection(
                        random.nextBoolean(), oneOf("", "{\"name\":\"größe\",\"version\":\"2\"}"))));
        return new DataCollection(
                oneOf(0.0, 1.0, 0.5, 1e-9, random.nextDouble()),
                oneOf(DataCollection.Rolling.values()),
                collections,
                oneOf(List.of(), List.of("x-request-id", "yes")));
    }

    private Probe probe(int mostSuccesses) {
        return new Probe(seconds(), seconds(), seconds(), upTo(mostSuccesses), upTo(100));
    }

    private Duration seconds() {
        return Duration.ofSeconds(upTo(1000));
    }

    private SortedMap<String, String> variables() {
        var variables = new TreeMap<String, String>();
        texts().values().forEach(text -> variables.put(word().toUpperCase(), text.replace("\u0000", "")));
        return variables;
    }

    private SortedMap<String, String> texts() {
        var texts = new TreeMap<String, String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.put(text(), text());
        }
        return texts;
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(random.nextInt(3) == 0 ? Character.toString(random.nextInt(0xD800)) : oneOf(AWKWARD.toArray()));
        }
        return text.toString();
    }

    private String folderName() {
        var text = text();
        return ModelSource.canBeFolder(text) ? text : word();
    }

    private String path() {
        return "/" + word() + "/with space/" + oneOf("größe", "#1", "a: b", "yes") + "/" + word();
    }

    private String word() {
        return "w" + random.nextInt(1000);
    }

    private int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
