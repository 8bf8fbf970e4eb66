package dev.sluice.cli;

import dev.sluice.control.Fleet;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.manifest.Manifest;
import dev.sluice.manifest.ManifestWriter;
import dev.sluice.manifest.Manifests;
import dev.sluice.manifest.Overrides;
import java.nio.file.Path;

/**
 * {@code ml online-deployment update}. Without a file what is not named stays as it is; a file describes all of the
 * deployment, as in the cloud, so that a key it does not have is back to its default, and has its code and model taken
 * in anew with each such command.
 */
final class DeploymentUpdate {

    private DeploymentUpdate() {}

    static void run(Session session, Arguments given) {
        var file = given.file(Flags.FILE);
        if (file.isEmpty() && !(given.has(Flags.NAME) && given.has(Flags.ENDPOINT))) {
            throw CommandFailed.usage("the following arguments are required: " + Flags.NAME + ", " + Flags.ENDPOINT
                    + ", or " + Flags.FILE);
        }
        var overrides = DeploymentVerbs.named(Edits.of(given)).overrides();
        var fromFile = file.map(path -> Session.read(Manifests.readDeployment(path, overrides)));
        fromFile.map(Manifest::notices).ifPresent(session::tell);
        var fleet = session.fleet();
        var spec = fromFile.map(Manifest.DeploymentFile::spec).orElseGet(() -> asItIs(fleet, given, overrides));
        fromFile.ifPresent(read -> tellChanges(session, fleet, read.spec()));
        var id = spec.id();
        Session.in(Session.in(fleet, id.endpoint()), id);
        var control = session.control(given);
        if (fromFile.isPresent()) {
            session.applied(
                    control.replaceDeployment(spec), fromFile.orElseThrow().places()::placed);
        } else {
            session.applied(control.updateDeployment(spec));
        }
        DeploymentVerbs.end(session, given, id, "update", Waiting.newestJob(fleet, id));
    }

    private static void tellChanges(Session session, Fleet fleet, DeploymentSpec spec) {
        var id = spec.id();
        var now = Session.in(Session.in(fleet, id.endpoint()), id).spec();
        session.tellChanges(id.toString(), ManifestWriter.write(now), ManifestWriter.write(spec));
    }

    /** Files are only asked for if they are going to be copied again: what runs has its own. */
    private static DeploymentSpec asItIs(Fleet fleet, Arguments given, Overrides overrides) {
        var id = given.deployment();
        var now = Session.in(Session.in(fleet, id.endpoint()), id).spec();
        var text = ManifestWriter.write(now);
        var here = Path.of("").toAbsolutePath();
        var changed = Session.readAsTyped(Manifests.changedDeploymentAlone(text, here, overrides));
        return changed.isMadeLike(now)
                ? changed
                : Session.readAsTyped(Manifests.changedDeployment(text, here, overrides))
                        .spec();
    }
}
