package dev.sluice.console.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DataCollection;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.InstanceProfile;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.InstanceType;
import dev.sluice.domain.Pins;
import dev.sluice.domain.Probe;
import dev.sluice.domain.RequestSettings;
import dev.sluice.domain.SampleSpecs;
import dev.sluice.domain.SpecDraft;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DeploymentAttributesTest {

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
