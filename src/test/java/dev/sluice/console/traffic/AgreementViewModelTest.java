package dev.sluice.console.traffic;

import static dev.sluice.console.PageAgreement.PREDICTION;
import static dev.sluice.console.PageAgreement.VERSION;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageAgreement;
import dev.sluice.console.TestBench;
import dev.sluice.console.support.PageSettings;
import dev.sluice.domain.EndpointName;
import dev.sluice.metrics.Agreement;
import dev.sluice.metrics.AgreementMeter;
import dev.sluice.metrics.Apart;
import dev.sluice.metrics.Tolerance;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AgreementViewModelTest {

    private final TestBench desk = new TestBench();
    private final PageSettings settings = new PageSettings();
    private final AgreementViewModel model = model();

    private AgreementViewModel model() {
        return new AgreementViewModel(desk.bench.control(), desk.bench.ui(), settings);
    }

    @Test
    void nothing_is_claimed_before_something_was_compared() {
        model.open(DIABETES);

        assertThat(model.summaryProperty().get()).isEqualTo("No answers were compared yet.");
        assertThat(model.briefProperty().get()).isEmpty();
    }

    @Test
    void each_place_tells_how_often_and_how_far_answers_differ_there() {
        desk.control.agrees(PageAgreement.usual());
        model.open(DIABETES);

        assertThat(model.summaryProperty().get()).isEqualTo("0 of 1,000 compared answers of green agree: 0.0 %");
        var request = "7b0f3f6e-5b1f-4a0e-9c6b-2a52c1f0d9aa";
        assertThat(model.rowsProperty().get())
                .containsExactly(
                        new AgreementRow(VERSION, true, "1,000 (100.0 %)", "", request, "1", "2"),
                        new AgreementRow(PREDICTION, true, "37 (3.7 %)", "8.4 %", request, "206.3", "225.2"));
    }

    @Test
    void what_is_left_out_counts_no_more_also_for_what_was_compared_before() {
        desk.control.agrees(PageAgreement.usual());
        model.open(DIABETES);

        model.count(VERSION, false);
        assertThat(model.summaryProperty().get())
                .isEqualTo("963 of 1,000 compared answers of green agree: 96.3 %, 1 left out");
        assertThat(model.briefProperty().get()).isEqualTo("96.3 % agree, 1 left out");
        assertThat(model.rowsProperty().get())
                .filteredOn(row -> !row.counts())
                .extracting(AgreementRow::place)
                .containsExactly(VERSION);

        model.count(VERSION, true);
        assertThat(model.summaryProperty().get()).startsWith("0 of");
    }

    @Test
    void with_less_tolerance_more_differ() {
        desk.control.agrees(PageAgreement.usual());
        model.open(DIABETES);
        model.count(VERSION, false);

        model.setTolerance(Tolerance.EXACT);
        assertThat(model.summaryProperty().get()).startsWith("900 of 1,000");
        model.setTolerance(Tolerance.TEN_PERCENT);
        assertThat(model.summaryProperty().get()).startsWith("1,000 of 1,000");
    }

    @Test
    void what_counts_is_kept_for_each_endpoint_and_the_tolerance_for_all() {
        model.open(DIABETES);
        model.count(VERSION, false);
        model.setTolerance(Tolerance.PERCENT);

        desk.control.agrees(PageAgreement.usual());
        var next = model();
        next.open(DIABETES);
        assertThat(next.summaryProperty().get()).startsWith("963 of");
        assertThat(next.toleranceProperty().get()).isEqualTo(Tolerance.PERCENT);
        next.open(new EndpointName("churn"));
        assertThat(next.summaryProperty().get()).startsWith("0 of");
    }

    @Test
    void as_long_as_one_differs_it_is_not_all() {
        var meter = new AgreementMeter(Optional.of(GREEN));
        for (int i = 0; i < 9_999; i++) {
            meter.compared("r", List.of());
        }
        meter.compared("r", List.of(Apart.entirely("$.label", "0", "1")));
        desk.control.agrees(meter.agreement());
        model.open(DIABETES);

        assertThat(model.summaryProperty().get()).isEqualTo("9,999 of 10,000 compared answers of green agree: 99.9 %");
    }

    @Test
    void nothing_is_said_until_there_is_an_answer() {
        desk.control.agreement = new CompletableFuture<>();
        model.open(DIABETES);

        assertThat(model.summaryProperty().get()).isEmpty();
    }

    @Test
    void a_late_answer_about_what_was_opened_before_is_nobodys() {
        var late = new CompletableFuture<Agreement>();
        desk.control.agreement = late;
        model.open(DIABETES);
        var newest = new CompletableFuture<Agreement>();
        desk.control.agreement = newest;
        model.open(new EndpointName("churn"));
        model.open(DIABETES);

        newest.complete(Agreement.NONE);
        late.complete(PageAgreement.usual());
        assertThat(model.rowsProperty().get()).isEmpty();
    }

    @Test
    void who_has_not_answered_is_not_asked_again_and_who_fails_is_with_what_was_known_on_screen() {
        desk.control.agrees(PageAgreement.usual());
        model.open(DIABETES);
        var failing = new CompletableFuture<Agreement>();
        desk.control.agreement = failing;
        model.refresh();

        desk.control.agrees(PageAgreement.odd());
        model.refresh();
        assertThat(model.rowsProperty().get()).hasSize(2);
        failing.completeExceptionally(new IllegalStateException("the runtime is gone"));
        assertThat(model.rowsProperty().get()).hasSize(2);
        model.refresh();
        assertThat(model.rowsProperty().get()).hasSize(AgreementMeter.MOST_PLACES + 1);
    }

    @Test
    void a_value_of_several_lines_is_shown_in_one() {
        desk.control.agrees(PageAgreement.odd());
        model.open(DIABETES);

        assertThat(model.rowsProperty().get())
                .extracting(AgreementRow::shadow)
                .contains("Traceback (most recent call last): File \"score.py\"");
    }

    @Test
    void what_could_not_be_compared_is_told() {
        desk.control.agrees(PageAgreement.odd());
        model.open(DIABETES);

        assertThat(model.limitsProperty().get())
                .startsWith("12 answers of the shadow were not compared: longer than 64 KiB");
        assertThat(model.rowsProperty().get()).hasSize(AgreementMeter.MOST_PLACES + 1);
    }
}
