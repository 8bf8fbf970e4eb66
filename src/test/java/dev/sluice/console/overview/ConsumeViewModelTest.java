package dev.sluice.console.overview;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.overview.ConsumeViewModel.Pin;
import dev.sluice.console.support.snippets.Language;
import dev.sluice.control.Fleet;
import org.junit.jupiter.api.Test;

class ConsumeViewModelTest {

    private final TestBench desk = new TestBench();

    @Test
    void a_deployment_without_live_traffic_is_the_one_that_the_call_pins() {
        assertThat(open(SampleFleets.greenShadow()).snippetProperty().get())
                .contains("-H 'azureml-model-deployment: green'");
    }

    @Test
    void with_everything_live_the_traffic_rules_choose() {
        assertThat(open(SampleFleets.split()).snippetProperty().get()).doesNotContain("azureml-model-deployment");
    }

    @Test
    void every_language_is_there_and_says_what_it_takes_to_run_it() {
        var model = open(SampleFleets.split());

        for (var language : Language.values()) {
            model.languageProperty().set(language);
            assertThat(model.snippetProperty().get()).as(language.title()).contains("diabetes");
            assertThat(model.aboutProperty().get()).as(language.title()).isNotEmpty();
        }
        assertThat(model.snippetProperty().get()).startsWith("az ml online-endpoint invoke");
    }

    @Test
    void the_key_is_in_nothing_but_the_line_that_is_copied_for_it() {
        var model = open(SampleFleets.split());

        model.copy();
        model.copyKey();

        assertThat(desk.copied.get(0)).contains("$SLUICE_KEY").doesNotContain("primary-key");
        assertThat(desk.copied.get(1)).isEqualTo("export SLUICE_KEY='primary-key'");
        assertThat(ConsumeViewModel.maskedExport())
                .doesNotContain("primary-key")
                .contains("SLUICE_KEY");
        assertThat(desk.notices.notices()).noneMatch(notice -> notice.title().contains("primary-key"));
    }

    @Test
    void a_pin_on_a_deployment_that_has_gone_falls_back_to_the_traffic_rules() {
        var model = open(SampleFleets.greenShadow());

        show(model, SampleFleets.blueLive());

        assertThat(model.pinProperty().get()).isEqualTo(new Pin.ByTraffic());
    }

    @Test
    void a_chosen_pin_survives_newer_pictures() {
        var model = open(SampleFleets.split());
        model.pinProperty().set(new Pin.To(BLUE.deployment()));

        show(model, SampleFleets.greenShadow());

        assertThat(model.snippetProperty().get()).contains("azureml-model-deployment: blue");
    }

    private ConsumeViewModel open(Fleet fleet) {
        var endpoint = fleet.endpoint(DIABETES).orElseThrow();
        return new ConsumeViewModel(desk.bench, new CredentialsViewModel(desk.bench, endpoint.spec()), endpoint);
    }

    private static void show(ConsumeViewModel model, Fleet fleet) {
        model.show(fleet.endpoint(DIABETES).orElseThrow());
    }
}
