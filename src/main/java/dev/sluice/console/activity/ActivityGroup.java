package dev.sluice.console.activity;

import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor.Face;
import dev.sluice.domain.Deed.Kind;
import dev.sluice.domain.Happening.Verdict;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** What kind of entries is shown. */
enum ActivityGroup {
    ALL("activity.group.all", entry -> true),
    ROUTING("activity.group.routing", changesRouting()),
    ENDPOINTS("activity.group.endpoints", of(Kind.CREATE_ENDPOINT, Kind.UPDATE_ENDPOINT, Kind.DELETE_ENDPOINT)),
    DEPLOYMENTS(
            "activity.group.deployments",
            of(Kind.CREATE_DEPLOYMENT, Kind.UPDATE_DEPLOYMENT, Kind.DELETE_DEPLOYMENT, Kind.SCALE, Kind.CANCEL)),
    ASSETS(
            "activity.group.assets",
            of(Kind.CREATE_ASSET, Kind.ARCHIVE_ASSET, Kind.RESTORE_ASSET, Kind.DELETE_ASSET, Kind.SUBSTITUTE_ASSETS)),
    KEYS("activity.group.keys", of(Kind.REGENERATE_KEY)),
    COMMANDS("activity.group.commands", entry -> entry.actor().face() != Face.SYSTEM),
    EVENTS("activity.group.events", entry -> entry.actor().face() == Face.SYSTEM),
    TROUBLE(
            "activity.group.trouble",
            entry -> Set.of(Verdict.REFUSED, Verdict.FAILED).contains(entry.verdict()));

    private final String key;
    private final Predicate<Activity> members;

    ActivityGroup(String key, Predicate<Activity> members) {
        this.key = key;
        this.members = members;
    }

    /** The key of its name. */
    String key() {
        return key;
    }

    boolean has(Activity entry) {
        return members.test(entry);
    }

    private static Predicate<Activity> of(Kind first, Kind... others) {
        var kinds = EnumSet.of(first, others);
        return entry -> kinds.contains(entry.deed().kind());
    }

    /** Also what has changed it by the way, such as the deletion of a shadow. */
    private static Predicate<Activity> changesRouting() {
        return entry -> entry.deed().after().routed().isPresent();
    }
}
