package dev.sluice.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the editor proposes; the bar is the caret, and in tables a tilde the line's end. */
class CompletionTest {

    private static final String TOP = "endpoint_name: diabetes\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "inst|; instance_type,instance_count",
                "count|; instance_count",
                "liveness_probe:~  |; initial_delay,period,timeout,success_threshold,failure_threshold",
                "liveness_probe:~  period: 3~  ti|; timeout,initial_delay",
                "liveness_probe:~  init|~  timeout: 3; initial_delay",
                "readiness_probe: {period: 3, f|; failure_threshold",
                "data_collector:~  rolling_rate: |; minute,hour,day,month,year",
                "data_collector:~  collections:~    request:~      |; enabled,data",
                "data_collector:~  collections:~    request: {enabled: t|; true",
                "environment:~  image: i~  inference_config:~    scoring_route:~      p|; port,path",
                "environment: {inference_config: {scoring_route: {port: 1, |; path",
                "app_insights_enabled: |; true,false",
                "model:~  type: ml|; mlflow_model",
                "type: kubernetes~resources:~  limits:~    |; cpu,memory,nvidia.com/gpu",
                "type: kubernetes~scale_settings:~  type: tar|; target_utilization",
            })
    void keys_and_choices_of_the_level_at_the_caret_are_proposed(String text, String words) {
        assertThat(words(TOP + text.replace('~', '\n'))).containsExactly(words.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "# inst|",
                "instance_count: 3 # |",
                "tags:~  te|",
                "instance_type: Standard_|",
                "request_logging: [a, |",
                "liveness_probe: {period: 3} |",
                "nothing_known:~  |",
            })
    void nothing_is_proposed_where_anything_may_stand_or_nothing(String text) {
        assertThat(words(TOP + text.replace('~', '\n'))).isEmpty();
    }

    @Test
    void the_kind_of_the_file_decides() {
        assertThat(words("auth_mode: a|")).containsExactly("aml_token", "aad_token");
        assertThat(words("compute: azureml:c\nauth_mode: a|")).containsExactly("aml_token");
        assertThat(words("name: m\npath: x\nfl|")).containsExactly("flavors");
        assertThat(words("image: x\nco|")).contains("conda_file");
        assertThat(words("co|")).contains("code_configuration");
    }

    @Test
    void keys_below_a_list_are_proposed() {
        assertThat(words("auth_mode: key\nidentity:\n  user_assigned_identities:\n  - resource_id: x\n    |"))
                .containsExactly("client_id", "principal_id");
        assertThat(words("auth_mode: key\nidentity:\n  user_assigned_identities:\n    - r|"))
                .containsExactly("resource_id", "principal_id");
    }

    @Test
    void a_proposal_says_what_it_means_and_takes_the_place_of_what_was_begun() {
        var proposal = at(TOP + "liveness_probe:\n  per|").get(0);

        assertThat(proposal.word()).isEqualTo("period");
        assertThat(proposal.sentence()).isEqualTo("Seconds between two probes.");
        assertThat(proposal.insert()).isEqualTo("period: ");
        assertThat(proposal.from()).isEqualTo((TOP + "liveness_probe:\n  ").length());
        assertThat(at(TOP + "liveness|").get(0).insert()).isEqualTo("liveness_probe:\n  ");
        assertThat(at(TOP + "environment:\n  inf|").get(0).insert()).isEqualTo("inference_config:\n    ");
    }

    @Test
    void a_truth_value_that_the_cloud_takes_as_a_word_is_put_in_quotes() {
        assertThat(at(TOP + "data_collector:\n  collections:\n    request:\n      enabled: t|")
                        .get(0)
                        .insert())
                .isEqualTo("'true'");
        assertThat(at(TOP + "app_insights_enabled: t|").get(0).insert()).isEqualTo("true");
    }

    @Test
    void what_the_cloud_prints_is_not_proposed() {
        assertThat(words(TOP + "|")).contains("model").doesNotContain("id", "provisioning_state", "endpoint_name");
    }

    @Test
    void whatever_is_written_something_or_nothing_is_proposed() {
        var random = new Random(7);
        var pieces = List.of("model:", "\n", "  ", "{", "}", ",", "- ", "a: ", "#", "[", "'", "type", ":", "\t", "é");
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThat(Completion.at(text.toString(), random.nextInt(text.length() + 1)))
                    .isNotNull();
        }
    }

    private static List<String> words(String text) {
        return at(text).stream().map(Proposal::word).toList();
    }

    private static List<Proposal> at(String text) {
        return Completion.at(text.replace("|", ""), text.indexOf('|'));
    }
}
