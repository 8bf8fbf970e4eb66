package dev.sluice.cli;

import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Routing;
import dev.sluice.manifest.Manifest;
import dev.sluice.manifest.ManifestWriter;
import dev.sluice.manifest.Manifests;
import dev.sluice.manifest.Overrides;
import dev.sluice.manifest.Places;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

/**
 * {@code ml online-endpoint update}. What is not named stays (reference J7): without a file, all that the endpoint is;
 * with one, its traffic and mirror, if the file does not speak of them. A map that is named is replaced as a whole.
 */
final class EndpointUpdate {

    static final Flag TRAFFIC = Flag.texts(
            "NAME=PERCENT",
            "Space-separated key-value pairs, in quotes, for the traffic settings for the endpoint; deployments that are"
                    + " not named get 0.",
            "--traffic",
            "-r");
    static final Flag MIRROR_TRAFFIC = Flag.texts(
            "NAME=PERCENT",
            "Directs a duplicate percentage of live traffic to a deployment; 0 ends it.",
            "--mirror-traffic");

    private final Session session;
    private final EndpointView now;

    private EndpointUpdate(Session session, EndpointView now) {
        this.session = session;
        this.now = now;
    }

    static void run(Session session, Arguments given) {
        if (!given.has(Flags.NAME) && !given.has(Flags.FILE)) {
            throw CommandFailed.usage("the following arguments are required: " + Flags.NAME + " or " + Flags.FILE);
        }
        var overrides = Edits.of(given)
                .withShares(TRAFFIC, "traffic")
                .withShares(MIRROR_TRAFFIC, "mirror_traffic")
                .with(Flags.NAME, "name")
                .overrides();
        var name = given.file(Flags.FILE)
                .map(file -> byFile(session, file, overrides))
                .orElseGet(() -> asItIs(session, given, overrides));
        EndpointVerbs.answer(session, given, name);
    }

    private static EndpointName byFile(Session session, Path file, Overrides overrides) {
        var update = Session.read(Manifests.readEndpointUpdate(file, overrides));
        session.tell(update.notices());
        return new EndpointUpdate(session, session.endpoint(update.spec().name())).apply(update, update.places());
    }

    private static EndpointName asItIs(Session session, Arguments given, Overrides overrides) {
        var now = session.endpoint(given.endpoint(Flags.NAME));
        var text = ManifestWriter.write(now.spec(), now.routing());
        // That text is ours: where a key stands in it means nothing to anybody.
        return new EndpointUpdate(session, now)
                .apply(Session.readAsTyped(Manifests.changedEndpoint(text, overrides)), Places.NONE);
    }

    private EndpointName apply(Manifest.EndpointUpdate update, Places places) {
        var routing = new Routing(
                update.traffic().orElse(now.routing().traffic()),
                update.mirror().orElse(now.routing().mirror()));
        var spec = new EndpointSpec(
                now.spec().name(),
                update.spec().kind(),
                update.spec().auth(),
                update.spec().labels(),
                update.spec().cloud());
        session.applied(command(spec, routing), places::placed);
        sayWhatChanged("traffic", now.routing().traffic(), routing.traffic());
        sayWhatChanged("mirror", now.routing().mirror(), routing.mirror());
        return spec.name();
    }

    /** Only what differs is asked for, so that a change made by somebody else meanwhile is not taken back. */
    private CompletionStage<Outcome> command(EndpointSpec spec, Routing routing) {
        RolloutControl control = session.control();
        var name = spec.name();
        if (!spec.equals(now.spec())) {
            return control.updateEndpoint(spec, routing);
        } else if (routing.mirror().equals(now.routing().mirror())) {
            return control.applyTraffic(name, routing.traffic());
        } else if (routing.traffic().equals(now.routing().traffic())) {
            return control.applyMirror(name, routing.mirror());
        }
        return control.applyRouting(name, routing);
    }

    private void sayWhatChanged(String what, Object before, Object after) {
        if (!before.equals(after)) {
            session.voice().say(what + " of " + now.spec().name() + ": " + before + " -> " + after);
        }
    }
}
