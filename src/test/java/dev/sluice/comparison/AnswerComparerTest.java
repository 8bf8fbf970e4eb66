package dev.sluice.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    void what_python_writes_for_no_number_is_compared_like_any_value() {
        assertThat(differing(said(200, "[NaN, 1.0]"), said(200, "[NaN,1.00]"))).isZero();
        assertThat(compared(said(200, "[Infinity, -Infinity]"), said(200, "[-Infinity, -Infinity]"))
                        .places())
                .containsExactly(new Place("$[*]", Optional.empty(), "r", "Infinity", "-Infinity"));
        assertThat(compared(said(200, "[NaN, 206.1]"), said(200, "[1.5, 206.1]"))
                        .places())
                .containsExactly(new Place("$[*]", Optional.empty(), "r", "NaN", "1.5"));
    }

    @Test
    void what_is_next_to_nothing_is_noise_and_only_exactly_not_the_same() {
        var agreement = compared(said(200, "[1.1e-16, 0.5]"), said(200, "[0.0, 0.5]"));

        assertThat(agreement.differing(Tolerance.EXACT, Set.of())).isEqualTo(1);
        assertThat(agreement.differing(Tolerance.MILLIONTH, Set.of())).isZero();
    }

    @Test
    void bytes_that_are_no_text_are_not_taken_for_the_same_signs() {
        var one = new Said(200, new byte[] {'"', (byte) 0xe9, '"'});
        var other = new Said(200, new byte[] {'"', (byte) 0xe8, '"'});

        assertThat(compared(one, other).places()).extracting(Place::name).containsExactly(Apart.BODY);
    }

    @Test
    void of_a_long_answer_the_end_is_looked_at_too() {
        var mask = IntStream.range(0, 30_000).mapToObj(i -> "0").collect(Collectors.joining(","));
        var live = "{\"mask\":[" + mask + "],\"label\":\"ill\"}";

        assertThat(compared(said(200, live), said(200, live.replace('0', '1').replace("ill", "well")))
                        .places())
                .extracting(Place::name)
                .containsExactly("$.mask[*]", "$.label");
    }

    @Test
    void a_name_is_one_line_whatever_is_in_it() {
        assertThat(compared(said(200, "{\"a\\nb'\": 1}"), said(200, "{\"a\\nb'\": 2}"))
                        .places())
                .extracting(Place::name)
                .containsExactly("$['a\\nb\\'']");
    }

    @Test
    void texts_in_texts_in_texts_are_texts() {
        var inner = "{\\\"a\\\": \\\"[1]\\\"}";

        assertThat(compared(said(200, "\"" + inner + "\""), said(200, "\"" + inner.replace('1', '2') + "\""))
                        .places())
                .extracting(Place::name, Place::live)
                .containsExactly(tuple("$.a", "\"[1]\""));
    }

    @Test
    void an_answer_that_is_deeper_than_can_be_read_is_counted_one_way_or_the_other() {
        var deep = "[".repeat(30_000) + "]".repeat(30_000);
        var agreement = compared(said(200, deep), said(200, deep + " "));

        assertThat(agreement.compared() + agreement.skipped()).isEqualTo(1);
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
        var meter = new AgreementMeter(Optional.empty());

        busy.take(new AnswerPair("r", said(200, "1"), said(200, "2"), meter));
        assertThat(meter.agreement().skipped()).isEqualTo(1);
    }

    @Test
    void what_its_own_thread_is_given_is_compared() {
        var meter = new AgreementMeter(Optional.empty());

        AnswerComparer.onThreadOfItsOwn().take(new AnswerPair("r", said(200, "1"), said(200, "2"), meter));
        await().until(() -> meter.agreement().compared() == 1);
    }

    private long differing(Said live, Said shadow) {
        return compared(live, shadow).differing(Tolerance.TEN_PERCENT, Set.of());
    }

    private Agreement compared(Said live, Said shadow) {
        var fresh = new AgreementMeter(Optional.empty());
        comparer.take(new AnswerPair("r", live, shadow, fresh));
        return fresh.agreement();
    }

    private static Said said(int status, String body) {
        return new Said(status, body.getBytes(StandardCharsets.UTF_8));
    }
}
