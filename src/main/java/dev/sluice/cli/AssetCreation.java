package dev.sluice.cli;

import dev.sluice.cli.Branch.Verb;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.Labels;
import dev.sluice.manifest.Edit.Given;
import dev.sluice.manifest.Manifest;
import dev.sluice.manifest.ManifestWriter;
import dev.sluice.manifest.Manifests;
import dev.sluice.manifest.Overrides;
import java.nio.file.Path;

/** {@code ml model create} and {@code ml environment create}: from a file, from options, or from both. */
final class AssetCreation {

    private static final Flag PATH = Flag.text("PATH", "Path to the model file(s) on this computer.", "--path", "-p");
    private static final Flag TYPE = Flag.text(
            "TYPE",
            "Type of the model, allowed values are custom_model, mlflow_model and triton_model. Default: custom_model.",
            "--type",
            "-t");
    private static final Flag STAGE =
            Flag.text("STAGE", "Stage of the model; kept and shown nowhere.", "--stage", "-s");
    private static final Flag IMAGE = Flag.text("IMAGE", "Docker image.", "--image", "-i");
    private static final Flag BUILD_CONTEXT = Flag.text(
            "FOLDER", "Local path to the directory to use as a Docker build context.", "--build-context", "-b");
    private static final Flag DOCKERFILE =
            Flag.text("PATH", "Relative path to the Dockerfile within the build context.", "--dockerfile-path", "-d");
    private static final Flag CONDA_FILE =
            Flag.text("FILE", "Local path to a conda specification file; needs --image.", "--conda-file", "-c");
    private static final Flag OS_TYPE =
            Flag.text("OS", "Type of operating system. Allowed values: linux, windows.", "--os-type");
    private static final Flag DESCRIPTION = Flag.text("TEXT", "Description.", "--description");
    private static final Flag TAGS =
            Flag.texts("KEY=VALUE", "Space-separated key-value pairs for the tags of the object.", "--tags");
    private static final Flag DATASTORE =
            Flag.text("DATASTORE", "No effect here: files are kept in the state folder.", "--datastore");

    private AssetCreation() {}

    static Verb verb(AssetKind kind) {
        return kind == AssetKind.MODEL
                ? AssetVerbs.verb(
                        "create",
                        "Create a model.",
                        AssetCreation::createModel,
                        Flags.FILE,
                        Flags.NAME,
                        Flags.VERSION,
                        PATH,
                        TYPE,
                        STAGE,
                        DESCRIPTION,
                        TAGS,
                        Flags.SET,
                        DATASTORE,
                        Flags.NO_WAIT)
                : AssetVerbs.verb(
                        "create",
                        "Create an environment.",
                        AssetCreation::createEnvironment,
                        Flags.FILE,
                        Flags.NAME,
                        Flags.VERSION,
                        IMAGE,
                        BUILD_CONTEXT,
                        DOCKERFILE,
                        CONDA_FILE,
                        OS_TYPE,
                        DESCRIPTION,
                        TAGS,
                        Flags.SET,
                        DATASTORE,
                        Flags.NO_WAIT);
    }

    private static void createModel(Session session, Arguments given) {
        var edits = common(given).with(TYPE, "type").with(STAGE, "stage");
        withPath(edits, given, PATH, "path");
        var read = given.file(Flags.FILE)
                .map(file -> Session.read(Manifests.readModel(file, edits.overrides())))
                .orElseGet(() -> Session.readAsTyped(Manifests.modelOf(here(), edits.overrides())));
        register(session, read, read.model());
    }

    private static void createEnvironment(Session session, Arguments given) {
        var edits = common(given)
                .with(IMAGE, "image")
                .with(DOCKERFILE, "build.dockerfile_path")
                .with(OS_TYPE, "os_type");
        withPath(edits, given, BUILD_CONTEXT, "build.path");
        withPath(edits, given, CONDA_FILE, "conda_file");
        var read = given.file(Flags.FILE)
                .map(file -> Session.read(Manifests.readEnvironment(file, edits.overrides())))
                .orElseGet(() -> Session.readAsTyped(Manifests.environmentOf(here(), edits.overrides())));
        register(session, read, read.environment());
    }

    private static Edits common(Arguments given) {
        return Edits.of(given)
                .with(Flags.NAME, "name")
                .with(Flags.VERSION, "version")
                .with(DESCRIPTION, "description")
                .withTags(TAGS, "tags");
    }

    /** What is typed starts from the working folder, what stands in a file from the file's (reference 1.1). */
    private static void withPath(Edits edits, Arguments given, Flag flag, String key) {
        given.text(flag)
                .ifPresent(text -> edits.put(key, new Given.Text(isAddress(text) ? text : absolute(given, flag))));
    }

    private static String absolute(Arguments given, Flag flag) {
        return given.file(flag).orElseThrow().toAbsolutePath().normalize().toString();
    }

    /** Somewhere in the cloud: whoever reads it says that it cannot be reached. */
    private static boolean isAddress(String text) {
        return text.matches("[a-zA-Z][a-zA-Z0-9+.-]+:.*");
    }

    private static Path here() {
        return Path.of("").toAbsolutePath();
    }

    private static void register(Session session, Manifest read, AssetDefinition definition) {
        session.tell(read.notices());
        var outcome = session.applied(session.control().createAsset(definition), read.places()::placed);
        if (outcome instanceof Outcome.Registered registered) {
            session.print(Shapes.asset(registered(session, registered.id())));
        }
    }

    private static Asset registered(Session session, AssetId id) {
        return session.answered(session.control().assets())
                .asset(id)
                .orElseThrow(() -> Session.missing("there is no " + id + " any more", "create it again"))
                .asset();
    }

    /** The labels of {@code definition} once these edits are made; anything else about a version never changes. */
    static Labels changed(AssetDefinition definition, Overrides overrides) {
        var text = ManifestWriter.write(definition);
        AssetDefinition changed = definition.kind() == AssetKind.MODEL
                ? Session.readAsTyped(Manifests.changedModel(text, overrides))
                : Session.readAsTyped(Manifests.changedEnvironment(text, overrides));
        if (!definition.labelled(changed.labels()).equals(changed)) {
            throw CommandFailed.because(
                    "of a registered version only description, tags and properties can be changed",
                    "register another version by 'create'");
        }
        return changed.labels();
    }
}
