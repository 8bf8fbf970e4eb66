package dev.sluice.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.metrics.Agreement;
import dev.sluice.metrics.Agreement.Place;
import dev.sluice.metrics.AgreementMeter;
import dev.sluice.metrics.Apart;
import dev.sluice.metrics.Tolerance;
import dev.sluice.router.AnswerPair;
import dev.sluice.router.AnswerPair.Said;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class AnswerComparerTest {

    private final AnswerComparer comparer = new AnswerComparer(Runnable::run);

    @Test
    void the_same_bytes_agree_whatever_they_are() {
        assertThat(differing(said(200, "\0\1"), said(200, "\0\1"))).isZero();
    }

    @Test
    void elements_of_an_array_are_one_place_and_the_furthest_of_them_tells() {
        var agreement = compared(
                said(200, "{\"predictions\": [100.0, 50.0, 7.0], \"took_ms\": 3}"),
                said(200, "{\"took_ms\": 3, \"predictions\": [101.0, 40.0, 7.0]}"));

        assertThat(agreement.places())
                .containsExactly(new Place("$.predictions[*]", Optional.of(0.2), "r", "50.0", "40.0"));
        assertThat(agreement.differing(Tolerance.TEN_PERCENT, Set.of())).isEqualTo(1);
    }

    @Test
    void noise_in_the_last_digits_is_within_a_millionth() {
        var agreement = compared(said(200, "[206.10000000001]"), said(200, "[206.1]"));

        assertThat(agreement.differing(Tolerance.EXACT, Set.of())).isEqualTo(1);
        assertThat(agreement.differing(Tolerance.MILLIONTH, Set.of())).isZero();
    }

    @Test
    void whole_numbers_are_labels_and_differ_within_any_tolerance() {
        assertThat(differing(said(200, "[100]"), said(200, "[101]"))).isEqualTo(1);
        assertThat(differing(said(200, "[100]"), said(200, "[100.0]"))).isZero();
    }

    @Test
    void a_missing_value_differs() {
        assertThat(compared(said(200, "[1.5, 2.5]"), said(200, "[1.5]")).places())
                .containsExactly(new Place("$[*]", Optional.empty(), "r", "2.5", ""));
    }

    @Test
    void json_within_a_text_is_compared_as_json() {
        var agreement = compared(
                said(200, "\"{\\\"result\\\": [1.5], \\\"a\\\": 1}\""),
                said(200, "\"{\\\"a\\\":1,\\\"result\\\":[1.5000000001]}\""));

        assertThat(agreement.places()).extracting(Place::name).containsExactly("$.result[*]");
        assertThat(agreement.differing(Tolerance.MILLIONTH, Set.of())).isZero();
    }

    @Test
    void another_status_is_one_difference_and_not_one_for_each_value() {
        assertThat(compared(said(200, "{\"a\": 1}"), said(500, "Traceback")).places())
                .containsExactly(new Place(Apart.STATUS, Optional.empty(), "r", "200", "500"));
    }

    @Test
    void what_is_no_json_differs_as_a_whole() {
        assertThat(compared(said(200, "cat"), said(200, "dog")).places())
                .containsExactly(new Place(Apart.BODY, Optional.empty(), "r", "cat", "dog"));
    }

    @Test
    void of_an_answer_that_was_cut_nothing_is_said() {
        var cut = new Said(200, "[1, 2".getBytes(StandardCharsets.UTF_8), 100_000);

        var agreement = compared(cut, cut);
        assertThat(agreement.compared()).isZero();
        assertThat(agreement.skipped()).isEqualTo(1);
    }

    @Test
    void numbers_that_no_double_holds_do_no_harm() {
        assertThat(differing(said(200, "[1e999999999]"), said(200, "[1e-999999999]")))
                .isEqualTo(1);
        assertThat(differing(said(200, "[0.0]"), said(200, "[-0.0]"))).isZero();
    }

    @Test
    void when_more_come_than_can_be_compared_the_newest_are_counted_as_skipped() {
        var busy = new AnswerComparer(work -> {
            throw new RejectedExecutionException("full");
        });
        var meter = new AgreementMeter();

        busy.take(new AnswerPair("r", said(200, "1"), said(200, "2"), meter));
        assertThat(meter.agreement().skipped()).isEqualTo(1);
    }

    @Test
    void what_its_own_thread_is_given_is_compared() {
        var meter = new AgreementMeter();

        AnswerComparer.onThreadOfItsOwn().take(new AnswerPair("r", said(200, "1"), said(200, "2"), meter));
        await().until(() -> meter.agreement().compared() == 1);
    }

    private long differing(Said live, Said shadow) {
        return compared(live, shadow).differing(Tolerance.TEN_PERCENT, Set.of());
    }

    private Agreement compared(Said live, Said shadow) {
        var fresh = new AgreementMeter();
        comparer.take(new AnswerPair("r", live, shadow, fresh));
        return fresh.agreement();
    }

    private static Said said(int status, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Said(status, bytes, bytes.length);
    }
}
