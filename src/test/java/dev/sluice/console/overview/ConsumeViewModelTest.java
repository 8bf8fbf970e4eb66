package dev.sluice.console.overview;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.overview.ConsumeViewModel.Pin;
import dev.sluice.console.support.snippets.Language;
import dev.sluice.control.Fleet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsumeViewModelTest {

    private final TestBench desk = new TestBench();

    @Test
    void the_traffic_rules_choose_until_a_deployment_is_chosen_also_where_one_has_no_live_traffic() {
        assertThat(open(SampleFleets.greenShadow()).snippetProperty().get()).doesNotContain("azureml-model-deployment");
        assertThat(open(SampleFleets.split()).snippetProperty().get()).doesNotContain("azureml-model-deployment");
    }

    @Test
    void a_deployment_that_could_not_answer_says_so_and_stays_chosen_when_it_can() {
        var model = open(SampleFleets.greenFailed());
        assertThat(texts(model)).containsExactly("By traffic rules", "blue", "green (Failed)");
        model.pinProperty().set(model.pinsProperty().get().get(2));

        show(model, SampleFleets.split());

        assertThat(texts(model)).containsExactly("By traffic rules", "blue", "green");
        assertThat(model.pinProperty().get().text()).isEqualTo("green");
        assertThat(model.snippetProperty().get()).contains("azureml-model-deployment: green");
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
        model.pinProperty().set(model.pinsProperty().get().get(2));

        show(model, SampleFleets.blueLive());

        assertThat(model.pinProperty().get()).isEqualTo(new Pin.ByTraffic());
    }

    @Test
    void a_chosen_pin_survives_newer_pictures() {
        var model = open(SampleFleets.split());
        model.pinProperty().set(new Pin.To(BLUE.deployment(), "blue"));

        show(model, SampleFleets.greenShadow());

        assertThat(model.snippetProperty().get()).contains("azureml-model-deployment: blue");
    }

    private static List<String> texts(ConsumeViewModel model) {
        return model.pinsProperty().get().stream().map(Pin::text).toList();
    }

    private ConsumeViewModel open(Fleet fleet) {
        var endpoint = fleet.endpoint(DIABETES).orElseThrow();
        return new ConsumeViewModel(desk.bench, new CredentialsViewModel(desk.bench, endpoint.spec()), endpoint);
    }

    private static void show(ConsumeViewModel model, Fleet fleet) {
        model.show(fleet.endpoint(DIABETES).orElseThrow());
    }
}
