package dev.sluice.console.create;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.Asset;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.CondaFile;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.InstanceType;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.RequestSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A deployment's fields as they stand in the form. What a file says and the form does not show (probes, limits,
 * environment variables) is kept and goes along.
 */
final class DeploymentDraft {

    /** The cloud's plain image that serves a scoring script. */
    static final String CLOUD_IMAGE = "mcr.microsoft.com/azureml/minimal-ubuntu22.04-py39-cpu-inference:latest";

    private static final String REFERENCE = "azureml:";

    final StringProperty name = new SimpleStringProperty("");
    final StringProperty model = new SimpleStringProperty("");
    final StringProperty code = new SimpleStringProperty("");
    final StringProperty script = new SimpleStringProperty("score.py");
    final ObjectProperty<EnvironmentKind> environment = new SimpleObjectProperty<>(EnvironmentKind.DOCKERFILE);
    final StringProperty folder = new SimpleStringProperty("");
    final StringProperty image = new SimpleStringProperty("");
    final StringProperty conda = new SimpleStringProperty("");
    final StringProperty reference = new SimpleStringProperty("");
    final StringProperty instanceType = new SimpleStringProperty("Standard_DS3_v2");
    final ObjectProperty<Integer> instances = new SimpleObjectProperty<>(1);

    private Optional<DeploymentSpec> filled = Optional.empty();
    private List<Object> filledEnvironment = List.of();
    private String dockerfile = "Dockerfile";

    /** Everything that decides whether the draft is complete. */
    Observable[] fields() {
        return new Observable[] {
            name, model, code, script, environment, folder, image, conda, reference, instanceType, instances
        };
    }

    void fill(DeploymentSpec spec) {
        name.set(spec.id().deployment().text());
        model.set(text(spec.model()));
        code.set(text(spec.code()));
        if (!(spec.code() instanceof CodeSource.None)) {
            script.set(spec.code().script());
        }
        instanceType.set(spec.instanceType().name());
        instances.set(spec.instanceCount());
        fill(spec.environment());
        filled = Optional.of(spec);
        filledEnvironment = environmentFields();
    }

    /** Where no images are used: nobody need know one. */
    void expectNoImages() {
        environment.set(EnvironmentKind.OWN_PYTHON);
        image.set(CLOUD_IMAGE);
    }

    /** Why there can be no deployment without an environment, if none is chosen; else empty. */
    String environmentProblem() {
        if (environment.get() != EnvironmentKind.NONE) {
            return "";
        } else if (!code.get().isBlank()) {
            return Messages.of("create.environment.none.code");
        }
        return modelSource() instanceof ModelSource.Files files && files.type() == ModelType.CUSTOM
                ? Messages.of("create.environment.none.path")
                : "";
    }

    /** A registered model; one that needs no code needs no environment either (reference 1.4). */
    void use(Asset registered) {
        model.set(registered.id().reference());
        if (registered.modelType() != ModelType.CUSTOM) {
            environment.set(EnvironmentKind.NONE);
        }
    }

    /** Whether nothing but a scoring script could answer requests. */
    boolean needsCode() {
        boolean servesWithout =
                filled.map(spec -> spec.code() instanceof CodeSource.None).orElse(false);
        return !servesWithout && environment.get() != EnvironmentKind.NONE;
    }

    /** All that stands in its fields. */
    List<Object> written() {
        return List.of(
                name.get(),
                model.get(),
                code.get(),
                script.get(),
                environmentFields(),
                instanceType.get(),
                Optional.ofNullable(instances.get()));
    }

    private List<Object> environmentFields() {
        return List.of(environment.get(), folder.get(), image.get(), conda.get(), reference.get());
    }

    int variableCount() {
        return filled.map(spec -> spec.environmentVariables().size()).orElse(0);
    }

    RequestSettings requests() {
        return filled.map(DeploymentSpec::requests).orElse(RequestSettings.DEFAULT);
    }

    /** As a file has it, with the resources that it asks for, as long as its name is left alone. */
    InstanceType instanceType() {
        var typed = instanceType.get().strip();
        return filled.map(DeploymentSpec::instanceType)
                .filter(type -> type.name().equals(typed))
                .orElseGet(() -> InstanceType.of(typed));
    }

    /** Only once the name is one and nothing needed is missing. */
    DeploymentSpec spec(EndpointName endpoint) {
        var id = new DeploymentId(endpoint, new DeploymentName(name.get()));
        var source = codeSource();
        return filled.map(spec -> spec.draft().id(id).code(source))
                .orElseGet(() -> DeploymentSpec.draft(id, source, environmentSource()))
                .environment(environmentSource())
                .model(modelSource())
                .instanceType(instanceType())
                .instanceCount(instances.get())
                .done();
    }

    private CodeSource codeSource() {
        var typed = code.get().strip();
        if (typed.isEmpty()) {
            return new CodeSource.None();
        }
        return typed.startsWith(REFERENCE)
                ? new CodeSource.Registered(typed, script.get().strip())
                : new CodeSource.Folder(absolute(typed), script.get().strip());
    }

    private void fill(EnvironmentSource source) {
        environment.set(EnvironmentKind.of(source));
        if (source instanceof EnvironmentSource.Build build) {
            folder.set(build.folder());
            dockerfile = build.dockerfile();
        } else if (source instanceof EnvironmentSource.Image plain) {
            image.set(plain.image());
        } else if (source instanceof EnvironmentSource.Conda added) {
            image.set(added.image());
            conda.set(added.packages() instanceof CondaFile.At file ? file.path() : Messages.of("create.conda.inline"));
        } else if (source instanceof EnvironmentSource.Registered registered) {
            reference.set(registered.reference());
        }
    }

    /** A path that was not touched keeps the name and version that the file gave it. */
    private ModelSource modelSource() {
        var typed = model.get().strip();
        var told = filled.map(DeploymentSpec::model).orElse(new ModelSource.None());
        if (typed.equals(text(told))) {
            return told;
        } else if (typed.isEmpty()) {
            return new ModelSource.None();
        } else if (typed.startsWith(REFERENCE)) {
            return new ModelSource.Registered(typed);
        }
        var path = Path.of(absolute(typed));
        return new ModelSource.Files(path.toString(), "", "");
    }

    /** What a file said and was not touched is kept, with what the form does not show of it: routes, inline packages. */
    private EnvironmentSource environmentSource() {
        return filled.map(DeploymentSpec::environment)
                .filter(told -> environmentFields().equals(filledEnvironment))
                .orElseGet(this::typedEnvironment);
    }

    private EnvironmentSource typedEnvironment() {
        return switch (environment.get()) {
            case DOCKERFILE -> new EnvironmentSource.Build(absolute(folder.get()), dockerfile);
            case OWN_PYTHON -> new EnvironmentSource.Image(CLOUD_IMAGE);
            case IMAGE -> new EnvironmentSource.Image(image.get().strip());
            case CONDA -> new EnvironmentSource.Conda(image.get().strip(), new CondaFile.At(absolute(conda.get())));
            case REGISTERED -> new EnvironmentSource.Registered(reference.get().strip());
            case NONE -> new EnvironmentSource.None();
        };
    }

    private static String text(ModelSource source) {
        if (source instanceof ModelSource.Files files) {
            return files.path();
        }
        return source instanceof ModelSource.Registered registered ? registered.reference() : "";
    }

    private static String text(CodeSource source) {
        if (source instanceof CodeSource.Folder folder) {
            return folder.folder();
        }
        return source instanceof CodeSource.Registered registered ? registered.reference() : "";
    }

    private static String absolute(String path) {
        return Path.of(path.strip()).toAbsolutePath().normalize().toString();
    }
}
