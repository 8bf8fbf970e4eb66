package dev.sluice.cli;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.GREEN;
import static dev.sluice.console.SampleFleets.NOW;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.SampleInventory;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Fleet.Past;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.Credentials;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Pins;
import dev.sluice.domain.Routing;
import dev.sluice.domain.Secret;
import dev.sluice.metrics.MirrorLedger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What each verb answers in the middle of a rollout, by the name of its golden files. */
final class SampleAnswers {

    private SampleAnswers() {}

    static Map<String, JsonNode> byName() {
        var answers = new LinkedHashMap<String, JsonNode>();
        answers.put("endpoint-show", Shapes.endpoint(split()));
        answers.put("endpoint-list", Shapes.list(Stream.of(split(), cluster()).map(Shapes::endpoint)));
        answers.put("deployment-show", Shapes.deployment(blue()));
        answers.put(
                "deployment-list", Shapes.list(Stream.of(blue(), greenFailed()).map(Shapes::deployment)));
        answers.put("credentials-key", Shapes.credentials(keys()));
        answers.put("credentials-token", Shapes.credentials(token()));
        answers.put("model-show", Shapes.asset(SampleInventory.USED.asset()));
        answers.put(
                "model-list",
                Shapes.list(Stream.of(SampleInventory.FLOW, SampleInventory.USED)
                        .map(held -> Shapes.newest(held.asset()))));
        answers.put("environment-show", Shapes.asset(SampleInventory.SKLEARN.asset()));
        answers.put("environment-list", Shapes.list(Stream.of(Shapes.newest(SampleInventory.SKLEARN.asset()))));
        answers.put("invoke", Shapes.text("[11055.977245525679, 4503.079536107787]"));
        return answers;
    }

    /** Blue has nine tenths, green one. */
    static EndpointView split() {
        return SampleFleets.endpoint(SampleFleets.live(Map.of("blue", 90, "green", 10)), blue(), greenFailed());
    }

    /** A Kubernetes endpoint without any deployment. */
    static EndpointView cluster() {
        var name = new EndpointName("prevision");
        var spec = new EndpointSpec(
                name,
                EndpointKind.KUBERNETES,
                AuthMode.AML_TOKEN,
                Labels.of("What's due → a day ahead", Map.of()),
                CloudKeys.NONE.with("compute", "\"azureml:arc\""));
        var uri = "http://127.0.0.1:8420/endpoints/" + name;
        return new EndpointView(
                spec, Routing.CLOSED, uri + "/score", uri + "/swagger.json", MirrorLedger.EMPTY, List.of());
    }

    /** One that says all that a file can say, and serves. */
    static DeploymentView blue() {
        var collections = new TreeMap<String, DataCollection.Collection>();
        collections.put("request", new DataCollection.Collection(true, "{\"name\":\"asked\",\"version\":\"1\"}"));
        var spec = SampleFleets.spec(BLUE, 2)
                .draft()
                .labels(Labels.of("The one\nthat serves", Map.of("team", "clinical-ml")))
                .collection(new DataCollection(0.25, DataCollection.Rolling.HOUR, collections, List.of("x-team")))
                .cloud(CloudKeys.NONE.with("app_insights_enabled", "true").with("model.flavors", "{}"))
                .done();
        var pins = Pins.of(List.of(
                new AssetId(AssetKind.MODEL, "diabetes", "1"), new AssetId(AssetKind.ENVIRONMENT, "sklearn", "3")));
        return view(spec, new DeploymentState.Succeeded(NOW), pins);
    }

    static DeploymentView greenFailed() {
        return SampleFleets.greenFailed().deployment(GREEN).orElseThrow();
    }

    static DeploymentView view(DeploymentSpec spec, DeploymentState state, Pins pins) {
        var size = InstanceProfiles.NONE.of(spec.instanceType());
        return new DeploymentView(spec, state, size, List.of(), "", List.of(), Past.CALM, pins);
    }

    static Credentials.Keys keys() {
        return new Credentials.Keys(new Secret("pr1m4ry"), new Secret("s3c0nd4ry"));
    }

    static Credentials.Token token() {
        return new Credentials.Token(new Secret("eyJ.t0k3n"), NOW.plusSeconds(3600), NOW.plusSeconds(2700));
    }
}
