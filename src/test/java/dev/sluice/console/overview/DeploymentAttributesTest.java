package dev.sluice.console.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.InstanceProfile;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.InstanceType;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelSource;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.Pins;
import dev.sluice.domain.Probe;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.SampleSpecs;
import dev.sluice.domain.ServingRoutes;
import dev.sluice.domain.SpecDraft;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeploymentAttributesTest {

    private static final ServingRoutes ELSEWHERE = new ServingRoutes(
            new ServingRoutes.Route(8503, "/live"),
            new ServingRoutes.Route(8502, "/ready"),
            new ServingRoutes.Route(8501, "/v1/models"));

    private static final Probe RARE =
            new Probe(Duration.ofSeconds(50), Duration.ofSeconds(20), Duration.ofSeconds(10), 2, 3);

    @Test
    void c8_the_reserve_of_a_fifth_and_the_advice_of_three_are_shown() {
        assertThat(note(draft().instanceCount(10), "Instances"))
                .contains("10 need quota for 12")
                .doesNotContain("high availability");
        assertThat(note(draft().instanceCount(1), "Instances"))
                .contains("one needs quota for 2", "3 or more for high availability");
    }

    @Test
    void c11_workers_that_do_not_match_what_is_sent_at_once_are_told() {
        var four = draft().environmentVariables(Map.of("WORKER_COUNT", "4"));

        assertThat(note(four.requests(atOnce(4)), "At once per instance")).doesNotContain("WORKER_COUNT");
        assertThat(note(four.requests(atOnce(1)), "At once per instance")).contains("4 workers", "one request at once");
        assertThat(note(draft().requests(atOnce(8)), "At once per instance")).contains("sent 8 at once", "one worker");
    }

    @Test
    void e3_the_users_folder_is_shown_and_what_its_code_is_registered_as() {
        var code = new AssetId(AssetKind.CODE, "code-4440452b70f5", "1");

        var spec = draft().done();
        var madeOf = new DeploymentAttributes(
                        spec, InstanceProfiles.NONE.of(spec.instanceType()), Pins.of(List.of(code)))
                .groups(UnaryOperator.identity())
                .get(0)
                .attributes();

        assertThat(madeOf)
                .extracting(Attribute::name, Attribute::value)
                .contains(tuple("Code folder", "/code"), tuple("Registered as", "azureml:code-4440452b70f5:1"));
    }

    @Test
    void workers_share_the_memory_of_their_instance() {
        var four = draft().environmentVariables(Map.of("WORKER_COUNT", "4"));

        assertThat(note(four, "Instance type")).contains("4 workers", "256 MiB for each");
    }

    @Test
    void c12_what_each_probe_leads_to_is_told() {
        var probe = new Probe(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(1), 1, 3);

        assertThat(note(draft().readiness(probe), "Failures allowed")).contains("no requests", "11 s");
    }

    @Test
    void b7_what_has_no_effect_is_listed_under_the_key_that_says_it() {
        var collected = new TreeMap<>(Map.of(
                "request", new DataCollection.Collection(true, "{\"name\":\"n\"}"),
                "response", new DataCollection.Collection(true, "")));
        var keys = new TreeMap<>(Map.of(
                "app_insights_enabled", "true",
                "environment.name", "\"e\"",
                "environment.inference_config", "{}",
                "resources", "{\"requests\":{\"cpu\":\"1\"},\"limits\":{\"cpu\":\"1\",\"nvidia.com/gpu\":\"2\"}}"));
        var draft = draft().modelMount("/mnt")
                .collection(new DataCollection(1, DataCollection.Rolling.HOUR, collected, List.of()))
                .cloud(new CloudKeys(keys));

        assertThat(withoutEffect(draft))
                .containsExactly(
                        new Attribute("app_insights_enabled", "true"),
                        new Attribute("resources.limits.nvidia.com/gpu", "2"),
                        new Attribute("data_collector.collections.request.data", "{\"name\":\"n\"}"),
                        new Attribute("model_mount_path", "/mnt"));
    }

    @Test
    void c9_a_size_that_has_a_graphics_processor_in_the_cloud_is_told_to_have_none() {
        var size = InstanceType.of("Standard_NC6s_v3");

        assertThat(note(draft().instanceType(size), "Instance type"))
                .endsWith("No graphics processor is given to an instance here.");
        assertThat(note(draft(), "Instance type")).doesNotContain("graphics");
    }

    @Test
    void c7_an_instance_profile_is_told_beside_the_name_of_the_size() {
        var profiles = new InstanceProfiles(List.of(InstanceProfile.parse("Standard_DS5_v2=2,4")));

        assertThat(note(draft().instanceType(InstanceType.of("Standard_DS5_v2")), profiles, "Instance type"))
                .isEqualTo("Here 2 cores and 4 GiB for each instance, by its instance profile.");
        assertThat(note(draft().instanceType(InstanceType.of("Standard_XX9")), profiles, "Instance type"))
                .isEqualTo("Not in our table. Here: 1 core and 1 GiB for each instance. A profile in the Settings"
                        + " can say otherwise.");
    }

    /** The endpoint's and its own name are the page's heading. */
    private static final Set<String> IN_THE_HEADING = Set.of("id");

    /** A change of each component, by its name; of one that says several things, a change of each. */
    private static final Map<String, List<UnaryOperator<SpecDraft>>> CHANGES = Map.ofEntries(
            change("kind", draft -> draft.kind(EndpointKind.KUBERNETES)),
            change(
                    "labels",
                    draft -> draft.labels(new Labels("text", new TreeMap<>(), new TreeMap<>())),
                    draft -> draft.labels(new Labels("", new TreeMap<>(Map.of("a", "b")), new TreeMap<>())),
                    draft -> draft.labels(new Labels("", new TreeMap<>(), new TreeMap<>(Map.of("a", "b"))))),
            change(
                    "model",
                    draft -> draft.model(new ModelSource.Files("/other", "iris", "3")),
                    draft -> draft.model(new ModelSource.Files("/model", "other", "3")),
                    draft -> draft.model(new ModelSource.Files("/model", "iris", "4")),
                    draft -> draft.model(new ModelSource.Files("/model", "iris", "3", ModelType.MLFLOW)),
                    draft -> draft.model(new ModelSource.Registered("azureml:iris:3"))),
            change(
                    "modelMount",
                    draft -> draft.modelMount("/mnt"),
                    draft -> draft.code(new CodeSource.None()),
                    draft -> draft.code(new CodeSource.None()).modelMount("/mnt")),
            change(
                    "code",
                    draft -> draft.code(new CodeSource.Folder("/other", "score.py")),
                    draft -> draft.code(new CodeSource.Folder("/code", "other.py")),
                    draft -> draft.code(new CodeSource.Registered("azureml:code:1", "score.py"))),
            change(
                    "environment",
                    draft -> draft.environment(new EnvironmentSource.Image("other")),
                    draft -> draft.environment(new EnvironmentSource.Image("python:3", ELSEWHERE)),
                    draft -> draft.environment(new EnvironmentSource.Registered("azureml:env:1")),
                    draft -> draft.environment(new EnvironmentSource.Build("/docker", "Dockerfile")),
                    draft -> draft.environment(new EnvironmentSource.Build("/docker", "Other"))),
            change("environmentVariables", draft -> draft.environmentVariables(Map.of("MODE", "fast"))),
            change("instanceType", draft -> draft.instanceType(InstanceType.of("Standard_F2s_v2"))),
            change("instanceCount", draft -> draft.instanceCount(7)),
            change(
                    "requests",
                    draft -> draft.requests(new RequestSettings(Duration.ofSeconds(9), 1)),
                    draft -> draft.requests(atOnce(7))),
            change("liveness", draft -> draft.liveness(RARE)),
            change("readiness", draft -> draft.readiness(RARE)),
            change(
                    "collection",
                    draft -> draft.collection(collecting(0.5, DataCollection.Rolling.HOUR, "x")),
                    draft -> draft.collection(collecting(1, DataCollection.Rolling.DAY, "x")),
                    draft -> draft.collection(collecting(1, DataCollection.Rolling.HOUR, "y"))),
            change(
                    "cloud",
                    draft -> draft.cloud(CloudKeys.NONE.with("app_insights_enabled", "true")),
                    draft -> draft.cloud(CloudKeys.NONE.with("environment.name", "\"env\"")),
                    draft -> draft.cloud(
                            CloudKeys.NONE.with("environment.name", "\"env\"").with("environment.version", "4")),
                    draft -> draft.cloud(CloudKeys.NONE.with("environment.inference_config", "{}"))));

    @Test
    void every_component_of_a_description_is_shown() {
        var components = Stream.of(DeploymentSpec.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !IN_THE_HEADING.contains(name));

        assertThat(CHANGES.keySet()).containsExactlyInAnyOrderElementsOf(components.toList());
    }

    @ParameterizedTest
    @MethodSource("components")
    void each_thing_that_a_description_says_is_shown(String component) {
        var pictures = new ArrayList<List<AttributeGroup>>();
        pictures.add(shown(full()));
        CHANGES.get(component).forEach(change -> pictures.add(shown(change.apply(full()))));

        assertThat(pictures).as(component).doesNotHaveDuplicates();
    }

    @Test
    void a_mount_that_has_its_effect_and_routes_are_among_what_it_is_made_of() {
        var image = draft().code(new CodeSource.None())
                .modelMount("/mnt")
                .environment(new EnvironmentSource.Image("tensorflow/serving", ELSEWHERE));

        assertThat(attributes(image.done(), InstanceProfiles.NONE)
                        .groups(DeploymentAttributes.MASKED)
                        .get(0)
                        .attributes())
                .contains(
                        new Attribute("Kind", "Managed online deployment"),
                        new Attribute("Model mount path", "/mnt"),
                        new Attribute("Scoring route", "/v1/models, port 8501"),
                        new Attribute("Readiness route", "/ready, port 8502"),
                        new Attribute("Liveness route", "/live, port 8503"));
    }

    private static Stream<String> components() {
        return CHANGES.keySet().stream().sorted();
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the list is a copy
    private static Map.Entry<String, List<UnaryOperator<SpecDraft>>> change(
            String component, UnaryOperator<SpecDraft>... changes) {
        return Map.entry(component, List.of(changes));
    }

    private static List<AttributeGroup> shown(SpecDraft draft) {
        var spec = draft.done();
        var groups = new ArrayList<>(attributes(spec, InstanceProfiles.NONE).groups(UnaryOperator.identity()));
        groups.add(new AttributeGroup("collected", CollectedWords.attributes(spec.collection(), Optional.empty())));
        return groups;
    }

    private static DataCollection collecting(double rate, DataCollection.Rolling rolling, String header) {
        var requests = new TreeMap<>(Map.of("request", new DataCollection.Collection(true, "")));
        return new DataCollection(rate, rolling, requests, List.of(header));
    }

    private static SpecDraft full() {
        return draft().model(new ModelSource.Files("/model", "iris", "3"));
    }

    private static List<Attribute> withoutEffect(SpecDraft draft) {
        return attributes(draft.done(), InstanceProfiles.NONE).groups(DeploymentAttributes.MASKED).stream()
                .filter(group -> group.title().equals("No effect on this computer"))
                .findFirst()
                .orElseThrow()
                .attributes();
    }

    private static DeploymentAttributes attributes(DeploymentSpec spec, InstanceProfiles profiles) {
        return new DeploymentAttributes(spec, profiles.of(spec.instanceType()), Pins.NONE);
    }

    private static String note(SpecDraft draft, String attribute) {
        return note(draft, InstanceProfiles.NONE, attribute);
    }

    private static String note(SpecDraft draft, InstanceProfiles profiles, String attribute) {
        return attributes(draft.done(), profiles).groups(DeploymentAttributes.MASKED).stream()
                .flatMap(group -> group.attributes().stream())
                .filter(one -> one.name().equals(attribute))
                .findFirst()
                .orElseThrow()
                .note();
    }

    private static RequestSettings atOnce(int count) {
        return new RequestSettings(Duration.ofSeconds(5), count);
    }

    private static SpecDraft draft() {
        return DeploymentSpec.draft(
                SampleSpecs.BLUE, new CodeSource.Folder("/code", "score.py"), new EnvironmentSource.Image("python:3"));
    }
}
