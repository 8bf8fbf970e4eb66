package dev.sluice.cli;

import dev.sluice.control.Fleet;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.manifest.Manifest;
import dev.sluice.manifest.ManifestWriter;
import dev.sluice.manifest.Manifests;
import dev.sluice.manifest.Overrides;
import dev.sluice.manifest.Places;
import java.nio.file.Path;

/**
 * {@code ml online-deployment update}. Without a file what is not named stays as it is; a file describes all of the
 * deployment, as in the cloud, so that a key it does not have is back to its default. One that describes it as it is
 * stands for files that have changed: the cloud takes them in anew with each such command.
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
        var now = Session.in(Session.in(fleet, id.endpoint()), id).spec();
        if (fromFile.isPresent() && spec.equals(now)) {
            session.voice().say(id + " is described as before; its files are copied anew");
            session.applied(session.control(given).redeploy(id));
        } else {
            var places = fromFile.map(Manifest::places).orElse(Places.NONE);
            session.applied(session.control(given).updateDeployment(spec), places::placed);
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
        return changed.runsLike(now)
                ? changed
                : Session.readAsTyped(Manifests.changedDeployment(text, here, overrides))
                        .spec();
    }
}
