package dev.sluice.cli;

import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.manifest.ManifestWriter;
import dev.sluice.manifest.Manifests;
import dev.sluice.manifest.Overrides;
import dev.sluice.manifest.Places;
import java.nio.file.Path;
import java.util.Optional;
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
        var now = session.endpoint(update.spec().name());
        var routing = new Routing(
                update.traffic().orElse(now.routing().traffic()),
                update.mirror().orElse(now.routing().mirror()));
        var endpoint = new EndpointUpdate(session, now);
        endpoint.sayWhatIsKept("traffic", update.traffic(), routing.traffic(), TrafficSplit.NONE);
        endpoint.sayWhatIsKept("mirror_traffic", update.mirror(), routing.mirror(), Mirror.off());
        var spec = endpoint.specOf(update.spec());
        session.tellChanges(spec.name().text(), ManifestWriter.write(now.spec()), ManifestWriter.write(spec));
        return endpoint.apply(update.spec(), routing, update.places());
    }

    private static EndpointName asItIs(Session session, Arguments given, Overrides overrides) {
        var now = session.endpoint(given.endpoint(Flags.NAME));
        var text = ManifestWriter.write(now.spec(), now.routing());
        var update = Session.readAsTyped(Manifests.changedEndpoint(text, overrides));
        // The text has all that there is: what is not in it any more was taken out.
        var routing = new Routing(
                update.traffic().orElse(TrafficSplit.NONE), update.mirror().orElse(Mirror.off()));
        // It is ours: where a key stands in it means nothing to anybody.
        return new EndpointUpdate(session, now).apply(update.spec(), routing, Places.NONE);
    }

    private EndpointName apply(EndpointSpec asked, Routing routing, Places places) {
        var spec = specOf(asked);
        session.applied(command(spec, routing), places::placed);
        sayWhatChanged("traffic", now.routing().traffic(), routing.traffic());
        sayWhatChanged("mirror", now.routing().mirror(), routing.mirror());
        warnOfIdleMirror(routing);
        return spec.name();
    }

    /** Small and capital letters are one in a name: it stays as it was first written. */
    private EndpointSpec specOf(EndpointSpec asked) {
        return new EndpointSpec(now.spec().name(), asked.kind(), asked.auth(), asked.labels(), asked.cloud());
    }

    private void warnOfIdleMirror(Routing routing) {
        boolean changed = !routing.equals(now.routing());
        if (changed
                && routing.mirror() instanceof Mirror.To to
                && routing.traffic().total() == 0) {
            session.voice()
                    .warn("nothing to mirror to " + to.target() + ": "
                            + now.spec().name() + " has no live traffic");
        }
    }

    /** Only what differs is asked for, so that a change made by somebody else meanwhile is not taken back. */
    private CompletionStage<Outcome> command(EndpointSpec spec, Routing routing) {
        RolloutControl control = session.control();
        var name = spec.name();
        if (!spec.equals(now.spec())) {
            return routing.equals(now.routing())
                    ? control.describeEndpoint(spec)
                    : control.updateEndpoint(spec, routing);
        } else if (routing.mirror().equals(now.routing().mirror())) {
            return control.applyTraffic(name, routing.traffic());
        } else if (routing.traffic().equals(now.routing().traffic())) {
            return control.applyMirror(name, routing.mirror());
        }
        return control.applyRouting(name, routing);
    }

    private <T> void sayWhatIsKept(String key, Optional<T> written, T kept, T none) {
        if (written.isEmpty() && !kept.equals(none)) {
            session.voice().say("the file does not speak of " + key + ": kept, " + kept);
        }
    }

    private void sayWhatChanged(String what, Object before, Object after) {
        if (!before.equals(after)) {
            session.voice().say(what + " of " + now.spec().name() + ": " + before + " -> " + after);
        }
    }
}
