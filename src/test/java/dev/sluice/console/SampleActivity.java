package dev.sluice.console;

import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor;
import dev.sluice.domain.Actor.Face;
import dev.sluice.domain.Deed;
import dev.sluice.domain.Deed.Kind;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Facet;
import dev.sluice.domain.Happening;
import dev.sluice.domain.Happening.Verdict;
import dev.sluice.domain.KeyType;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.Percent;
import dev.sluice.domain.Routing;
import dev.sluice.domain.TrafficSplit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/** A journal as a rollout of the endpoint {@code diabetes} writes it, entry by entry. */
public final class SampleActivity {

    public static final Actor ALICE = new Actor(Face.CONSOLE, "alice");

    private static final Instant BEGIN = Instant.parse("2026-03-01T11:20:00Z");
    private static final DeploymentId BLUE = new DeploymentId(PageFleet.DIABETES, PageFleet.BLUE);
    private static final DeploymentId GREEN = new DeploymentId(PageFleet.DIABETES, PageFleet.GREEN);

    private final List<Activity> entries = new ArrayList<>();
    private Routing routing = Routing.CLOSED;

    /** From the endpoint's creation to green's tenth of the live traffic, oldest first; 14 entries. */
    public static List<Activity> rollout() {
        var journal = new SampleActivity();
        journal.happens(ALICE, Deed.of(Kind.CREATE_ENDPOINT, PageFleet.DIABETES).to(new Facet.Described(ENDPOINT)));
        journal.happens(ALICE, Deed.of(Kind.CREATE_DEPLOYMENT, BLUE).to(new Facet.NewDeployment(yaml("blue"), true)));
        journal.itself(Kind.READY, BLUE, Verdict.DONE, "");
        journal.reroute(ALICE.because("first release"), Kind.TRAFFIC, split(Map.of("blue", 100)));
        journal.happens(
                ALICE, Deed.of(Kind.SCALE, BLUE).from(new Facet.Instances(1)).to(new Facet.Instances(2)));
        journal.itself(Kind.SCALED, BLUE, Verdict.DONE, "");
        journal.happens(
                ALICE, Deed.of(Kind.CREATE_DEPLOYMENT, GREEN).to(new Facet.NewDeployment(yaml("green"), false)));
        journal.itself(Kind.READY, GREEN, Verdict.DONE, "");
        journal.reroute(
                new Actor(Face.CLI, "bob", "compare both on live requests"),
                Kind.MIRROR,
                journal.routing.withMirror(Mirror.to(PageFleet.GREEN, new Percent(10))));
        journal.itself(
                Kind.INSTANCE_ENDED,
                BLUE,
                Verdict.FAILED,
                "diabetes/blue: instance blue-7c1e has ended: killed by signal 9");
        journal.refuse(
                ALICE,
                Deed.of(Kind.DELETE_DEPLOYMENT, BLUE),
                "Deployment blue has 100 % of the live traffic. What to do: give its share to another deployment first.");
        journal.reroute(ALICE, Kind.MIRROR, journal.routing.withMirror(Mirror.off()));
        journal.happens(
                ALICE,
                Deed.of(Kind.REGENERATE_KEY, PageFleet.DIABETES)
                        .to(new Facet.Said(KeyType.SECONDARY.name().toLowerCase(Locale.ROOT))));
        journal.reroute(
                ALICE.because("green is 3 ms faster and gave the same answers"),
                Kind.TRAFFIC,
                split(Map.of("blue", 90, "green", 10)));
        return journal.entries;
    }

    /** How the endpoint became what it is now: it and its deployments were created, and then they got their shares. */
    public static List<Activity> of(EndpointView endpoint) {
        var journal = new SampleActivity();
        var name = endpoint.spec().name();
        journal.happens(ALICE, Deed.of(Kind.CREATE_ENDPOINT, name).to(new Facet.Described(ENDPOINT)));
        for (var deployment : endpoint.deployments()) {
            var id = deployment.spec().id();
            var file = yaml(id.deployment().text());
            journal.happens(ALICE, Deed.of(Kind.CREATE_DEPLOYMENT, id).to(new Facet.NewDeployment(file, false)));
            journal.itself(Kind.READY, id, Verdict.DONE, "");
        }
        journal.happens(
                ALICE.because("nightly retraining"),
                Deed.of(Kind.TRAFFIC, name)
                        .from(new Facet.Routed(Routing.CLOSED))
                        .to(new Facet.Routed(endpoint.routing())));
        return journal.entries;
    }

    /** The endpoint's YAML was edited, its routing with it. */
    public static Activity edit() {
        return entry(
                1,
                ALICE.because("tokens from now on"),
                Deed.of(Kind.UPDATE_ENDPOINT, PageFleet.DIABETES)
                        .from(new Facet.Whole(split(Map.of("blue", 100)), ENDPOINT))
                        .to(new Facet.Whole(
                                split(Map.of("blue", 90, "green", 10)), ENDPOINT.replace(": key", ": aml_token"))));
    }

    /** So many changes of blue's scale, oldest first. */
    public static List<Activity> scalings(int entries) {
        return LongStream.rangeClosed(1, entries)
                .mapToObj(number -> entry(
                        number,
                        ALICE,
                        Deed.of(Kind.SCALE, BLUE)
                                .from(new Facet.Instances(1 + (int) (number % 2)))
                                .to(new Facet.Instances(2 - (int) (number % 2)))))
                .toList();
    }

    public static Activity entry(long number, Actor actor, Deed deed) {
        return new Activity(number, BEGIN.plusSeconds(number), new Happening(actor, deed, Verdict.APPLIED, ""));
    }

    public static Routing split(Map<String, Integer> shares) {
        var split = TrafficSplit.NONE;
        for (var share : shares.entrySet()) {
            split = split.with(new DeploymentName(share.getKey()), new Percent(share.getValue()));
        }
        return new Routing(split, Mirror.off());
    }

    private void reroute(Actor by, Kind kind, Routing next) {
        happens(
                by,
                Deed.of(kind, PageFleet.DIABETES)
                        .from(new Facet.Routed(routing))
                        .to(new Facet.Routed(next)));
        routing = next;
    }

    private void happens(Actor by, Deed deed) {
        add(new Happening(by, deed, Verdict.APPLIED, ""));
    }

    private void refuse(Actor by, Deed deed, String why) {
        add(new Happening(by, deed, Verdict.REFUSED, why));
    }

    private void itself(Kind kind, DeploymentId id, Verdict verdict, String why) {
        add(new Happening(Actor.SYSTEM, Deed.of(kind, id), verdict, why));
    }

    private void add(Happening happening) {
        int number = entries.size() + 1;
        entries.add(new Activity(number, BEGIN.plusSeconds(163L * number), happening));
    }

    private static String yaml(String name) {
        return """
                $schema: https://azuremlschemas.azureedge.net/latest/managedOnlineDeployment.schema.json
                name: %s
                endpoint_name: diabetes
                model:
                  path: /srv/models/diabetes/%s
                code_configuration:
                  code: /srv/models/diabetes/onlinescoring
                  scoring_script: score.py
                environment_variables:
                  FEATURE_STORE_TOKEN: (left out)
                instance_type: Standard_DS3_v2
                instance_count: 1
                """.formatted(name, name);
    }

    private static final String ENDPOINT = """
            $schema: https://azuremlschemas.azureedge.net/latest/managedOnlineEndpoint.schema.json
            name: diabetes
            auth_mode: key
            """;
}
