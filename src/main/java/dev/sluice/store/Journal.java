package dev.sluice.store;

import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.Deed;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Happening;
import dev.sluice.domain.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The table of what was asked for and what happened, which is only ever added to. What the runtime tells by itself has
 * a bound of its own, so that an instance that ends over and over does not push out what people did.
 */
final class Journal {

    private static final String ALL = "number, written_at, face, user, reason, kind, endpoint, deployment, asset,"
            + " state_before, state_after, verdict, why";

    private final Handle handle;

    Journal(Handle handle) {
        this.handle = handle;
    }

    Activity add(Instant at, Happening happening) {
        var deed = happening.deed();
        var actor = happening.actor();
        long number = handle.createUpdate("INSERT INTO journal (written_at, face, user, reason, kind, endpoint,"
                        + " deployment, asset, state_before, state_after, verdict, why) VALUES (:at, :face, :user,"
                        + " :reason, :kind, :endpoint, :deployment, :asset, :before, :after, :verdict, :why)")
                .bind("at", at.toString())
                .bind("face", actor.face().name())
                .bind("user", actor.user())
                .bind("reason", actor.reason())
                .bind("kind", deed.kind().name())
                .bind(
                        "endpoint",
                        deed.target().endpoint().map(EndpointName::text).orElse(""))
                .bind("deployment", deployment(deed.target()))
                .bind("asset", asset(deed.target()))
                .bind("before", FacetEntry.write(deed.before()))
                .bind("after", FacetEntry.write(deed.after()))
                .bind("verdict", happening.verdict().name())
                .bind("why", happening.why())
                .executeAndReturnGeneratedKeys("number")
                .mapTo(Long.class)
                .one();
        forget("face = 'SYSTEM'", Store.KEPT_EVENTS);
        forget("face <> 'SYSTEM'", Store.KEPT_COMMANDS);
        return new Activity(number, at, happening);
    }

    private void forget(String which, int kept) {
        handle.execute(
                "DELETE FROM journal WHERE " + which + " AND number <= coalesce((SELECT number FROM journal WHERE "
                        + which + " ORDER BY number DESC LIMIT 1 OFFSET ?), -1)",
                kept);
    }

    /** Newest first. */
    List<Activity> before(long number, int limit) {
        return handle.createQuery(
                        "SELECT " + ALL + " FROM journal WHERE number < :number ORDER BY number DESC LIMIT :limit")
                .bind("number", number)
                .bind("limit", limit)
                .map((row, context) -> activity(row))
                .list();
    }

    private static Activity activity(ResultSet row) throws SQLException {
        var actor =
                new Actor(Actor.Face.valueOf(row.getString("face")), row.getString("user"), row.getString("reason"));
        var deed = new Deed(
                Deed.Kind.valueOf(row.getString("kind")),
                target(row),
                FacetEntry.read(row.getString("state_before")),
                FacetEntry.read(row.getString("state_after")));
        return new Activity(
                row.getLong("number"),
                Instant.parse(row.getString("written_at")),
                new Happening(actor, deed, Happening.Verdict.valueOf(row.getString("verdict")), row.getString("why")));
    }

    private static String deployment(Target target) {
        return target instanceof Target.OfDeployment of
                ? of.deployment().deployment().text()
                : "";
    }

    /** Kind, name and version, a line each: what was refused may have any other character in its name. */
    private static String asset(Target target) {
        return target instanceof Target.OfAsset of ? of.kind().name() + "\n" + of.name() + "\n" + of.version() : "";
    }

    private static Target target(ResultSet row) throws SQLException {
        var asset = row.getString("asset");
        if (!asset.isEmpty()) {
            var parts = asset.split("\n", 3);
            return new Target.OfAsset(AssetKind.valueOf(parts[0]), parts[1], parts[2]);
        }
        var endpoint = row.getString("endpoint");
        if (endpoint.isEmpty()) {
            return Target.ofSubstitutions();
        }
        var name = new EndpointName(endpoint);
        var deployment = row.getString("deployment");
        return deployment.isEmpty()
                ? Target.of(name)
                : Target.of(new DeploymentId(name, new DeploymentName(deployment)));
    }
}
