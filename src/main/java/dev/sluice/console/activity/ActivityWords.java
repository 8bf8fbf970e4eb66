package dev.sluice.console.activity;

import static java.util.stream.Collectors.joining;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor;
import dev.sluice.domain.Deed;
import dev.sluice.domain.Facet;
import dev.sluice.domain.Happening.Verdict;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says entries of the journal as people read them. */
record ActivityWords(Clock clock) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    ActivityRow row(Activity entry) {
        var deed = entry.deed();
        return new ActivityRow(
                entry,
                time(entry.at()),
                MOMENT.format(entry.at().atZone(clock.getZone())),
                who(entry.actor()),
                kind(deed.kind()),
                deed.target().toString(),
                facet(deed.kind(), deed.before()),
                facet(deed.kind(), deed.after()));
    }

    /** With the day where it is not today, which matters more than the second then. */
    private String time(Instant at) {
        var time = at.atZone(clock.getZone());
        var today = clock.instant().atZone(clock.getZone()).toLocalDate();
        return (time.toLocalDate().equals(today) ? TIME : DAY_AND_TIME).format(time);
    }

    static String kind(Deed.Kind kind) {
        return Messages.of(
                switch (kind) {
                    case CREATE_ENDPOINT -> "activity.kind.create-endpoint";
                    case UPDATE_ENDPOINT -> "activity.kind.update-endpoint";
                    case DELETE_ENDPOINT -> "activity.kind.delete-endpoint";
                    case CREATE_DEPLOYMENT -> "activity.kind.create-deployment";
                    case UPDATE_DEPLOYMENT -> "activity.kind.update-deployment";
                    case DELETE_DEPLOYMENT -> "activity.kind.delete-deployment";
                    case SCALE -> "activity.kind.scale";
                    case TRAFFIC -> "activity.kind.traffic";
                    case MIRROR -> "activity.kind.mirror";
                    case ROUTING -> "activity.kind.routing";
                    case REGENERATE_KEY -> "activity.kind.regenerate-key";
                    case CANCEL -> "activity.kind.cancel";
                    case WIPE_COLLECTED -> "activity.kind.wipe-collected";
                    case CREATE_ASSET -> "activity.kind.create-asset";
                    case ARCHIVE_ASSET -> "activity.kind.archive-asset";
                    case RESTORE_ASSET -> "activity.kind.restore-asset";
                    case DELETE_ASSET -> "activity.kind.delete-asset";
                    case SUBSTITUTE_ASSETS -> "activity.kind.substitute-assets";
                    case READY -> "activity.kind.ready";
                    case UPDATED -> "activity.kind.updated";
                    case GIVEN_UP -> "activity.kind.given-up";
                    case SCALED -> "activity.kind.scaled";
                    case GONE -> "activity.kind.gone";
                    case INSTANCE_ENDED -> "activity.kind.instance-ended";
                    case INSTANCE_UNREADY -> "activity.kind.instance-unready";
                    case INSTANCE_READY_AGAIN -> "activity.kind.instance-ready-again";
                });
    }

    static String verdict(Verdict verdict) {
        return Messages.of(
                switch (verdict) {
                    case APPLIED -> "activity.verdict.applied";
                    case REFUSED -> "activity.verdict.refused";
                    case DONE -> "activity.verdict.done";
                    case FAILED -> "activity.verdict.failed";
                });
    }

    private static String face(Actor.Face face) {
        return Messages.of(
                switch (face) {
                    case CONSOLE -> "activity.face.console";
                    case DEMO -> "activity.face.demo";
                    case CLI -> "activity.face.cli";
                    case SYSTEM -> "activity.face.system";
                });
    }

    static String routing(Routing routing) {
        return Messages.of("activity.routing", split(routing.traffic()), mirror(routing.mirror()));
    }

    private static String who(Actor actor) {
        var face = face(actor.face());
        return actor.user().isEmpty() ? face : Messages.of("activity.who", actor.user(), face);
    }

    /** A change of the split alone does not name the mirror, and the other way round. */
    private static String facet(Deed.Kind kind, Facet facet) {
        if (facet instanceof Facet.Routed routed) {
            return switch (kind) {
                case TRAFFIC -> split(routed.routing().traffic());
                case MIRROR -> mirror(routed.routing().mirror());
                default -> routing(routed.routing());
            };
        } else if (facet instanceof Facet.Instances instances) {
            return Messages.of("activity.facet.instances", instances.count());
        } else if (facet instanceof Facet.Described described) {
            return yaml(described.yaml());
        } else if (facet instanceof Facet.NewDeployment created) {
            return created.thenAllTraffic()
                    ? Messages.of("activity.facet.then-all", yaml(created.yaml()))
                    : yaml(created.yaml());
        } else if (facet instanceof Facet.Whole whole) {
            return Messages.of("activity.facet.whole", routing(whole.routing()), yaml(whole.yaml()));
        } else if (facet instanceof Facet.Said said) {
            return kind == Deed.Kind.REGENERATE_KEY ? Messages.of("activity.facet.key", said.words()) : said.words();
        }
        return "";
    }

    private static String yaml(String text) {
        return Messages.of("activity.facet.yaml", text.lines().count());
    }

    private static String split(TrafficSplit split) {
        return split.shares().isEmpty()
                ? Messages.of("activity.split.none")
                : split.shares().entrySet().stream()
                        .map(share -> Messages.of(
                                "activity.share",
                                share.getKey(),
                                share.getValue().value()))
                        .collect(joining(", "));
    }

    private static String mirror(Mirror mirror) {
        return mirror instanceof Mirror.To to
                ? Messages.of("activity.mirror.to", to.target(), to.share().value())
                : Messages.of("activity.mirror.off");
    }
}
