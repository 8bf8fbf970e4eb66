package dev.sluice.console.create;

import static dev.sluice.console.SampleFleets.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.SampleInventory;
import org.junit.jupiter.api.Test;

class MissingFieldsTest {

    private final DeploymentDraft draft = new DeploymentDraft();
    private final MissingFields missing = new MissingFields(draft);

    @Test
    void an_empty_form_needs_a_name_code_and_what_that_runs_in() {
        assertThat(missing.text())
                .containsSubsequence("name", "code folder", "folder with a Dockerfile")
                .doesNotContain("instance type");
    }

    @Test
    void each_kind_of_environment_needs_its_own() {
        draft.environment.set(EnvironmentKind.CONDA);
        assertThat(missing.text()).contains("image", "conda file").doesNotContain("Dockerfile");

        draft.environment.set(EnvironmentKind.IMAGE);
        assertThat(missing.text()).contains("image").doesNotContain("conda file");

        draft.environment.set(EnvironmentKind.REGISTERED);
        assertThat(missing.text()).contains("reference").doesNotContain("image");
    }

    @Test
    void a_registered_model_that_is_served_as_it_is_needs_no_code() {
        draft.name.set("green");
        draft.use(SampleInventory.FLOW.asset());
        assertThat(missing.text()).isEmpty();

        draft.model.set(" ");
        assertThat(missing.text()).contains("model").doesNotContain("code");
    }

    @Test
    void whoever_names_code_all_the_same_names_its_script_too() {
        draft.name.set("green");
        draft.use(SampleInventory.FLOW.asset());

        draft.code.set("/code");
        draft.script.set("");

        assertThat(missing.text()).contains("script");
    }

    @Test
    void of_what_a_file_says_nothing_is_missing_until_it_is_taken_out() {
        draft.fill(SampleFleets.spec(GREEN, 1));
        assertThat(missing.text()).isEmpty();

        draft.instanceType.set("");

        assertThat(missing.text()).contains("nstance type");
    }
}
