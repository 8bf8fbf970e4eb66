package dev.sluice.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.sluice.domain.DeploymentName;
import dev.sluice.metrics.Agreement.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementMeterTest {

    private static final DeploymentName GREEN = new DeploymentName("green");
    private static final String PREDICTION = "$.predictions[*]";
    private static final String TOOK = "$.took_ms";

    private final AgreementMeter meter = new AgreementMeter(Optional.empty());

    @Test
    void pairs_that_are_the_same_are_compared_and_differ_nowhere() {
        meter.compared("r1", List.of());

        var agreement = meter.agreement();
        assertThat(agreement.compared()).isEqualTo(1);
        assertThat(agreement.places()).isEmpty();
        assertThat(agreement.differing(Tolerance.EXACT, Set.of())).isZero();
    }

    @Test
    void whoever_leaves_a_place_out_has_the_number_of_all_that_were_ever_compared() {
        meter.compared("r1", List.of(number(TOOK, 0.5)));
        meter.compared("r2", List.of(number(TOOK, 0.5), number(PREDICTION, 0.5)));
        meter.compared("r3", List.of(number(PREDICTION, 0.5)));

        var agreement = meter.agreement();
        assertThat(agreement.differing(Tolerance.EXACT, Set.of())).isEqualTo(3);
        assertThat(agreement.differing(Tolerance.EXACT, Set.of(TOOK))).isEqualTo(2);
        assertThat(agreement.differing(Tolerance.EXACT, Set.of(TOOK, PREDICTION)))
                .isZero();
    }

    @Test
    void numbers_within_the_tolerance_are_the_same_and_so_is_their_pair() {
        meter.compared("r1", List.of(number(PREDICTION, 0.02)));
        meter.compared("r2", List.of(number(PREDICTION, 0.000_4)));

        var agreement = meter.agreement();
        assertThat(agreement.differing(Tolerance.EXACT, Set.of())).isEqualTo(2);
        assertThat(agreement.differing(Tolerance.THOUSANDTH, Set.of())).isEqualTo(1);
        assertThat(agreement.differing(Tolerance.PERCENT, Set.of())).isEqualTo(1);
        assertThat(agreement.differing(Tolerance.FIVE_PERCENT, Set.of())).isZero();
    }

    @Test
    void what_is_no_number_is_the_same_within_no_tolerance() {
        meter.compared("r1", List.of(Apart.entirely("$.label", "\"ill\"", "\"healthy\"")));

        assertThat(meter.agreement().differing(Tolerance.TEN_PERCENT, Set.of())).isEqualTo(1);
    }

    @Test
    void a_place_shows_the_pair_that_was_furthest_apart() {
        meter.compared("r1", List.of(new Apart(PREDICTION, 0.1, "9.0", "10.0")));
        meter.compared("r2", List.of(new Apart(PREDICTION, 0.5, "5.0", "10.0")));
        meter.compared("r3", List.of(new Apart(PREDICTION, 0.2, "8.0", "10.0")));

        assertThat(meter.agreement().places())
                .containsExactly(new Place(PREDICTION, Optional.of(0.5), "r2", "5.0", "10.0"));
    }

    @Test
    void a_value_that_is_missing_or_no_number_is_further_apart_than_any_two_numbers() {
        meter.compared("r1", List.of(Apart.entirely(PREDICTION, "100.1", "")));
        meter.compared("r2", List.of(new Apart(PREDICTION, 0.5, "5.0", "10.0")));

        assertThat(meter.agreement().places())
                .containsExactly(new Place(PREDICTION, Optional.empty(), "r1", "100.1", ""));
    }

    @Test
    void a_place_with_a_name_without_end_is_one_of_the_others() {
        meter.compared("r1", List.of(number("$." + "x".repeat(10_000), 0.5)));
        for (int i = 0; i < AgreementMeter.MOST_PLACES; i++) {
            meter.compared("r" + i, List.of(number("$.field" + i, 0.5)));
        }

        assertThat(meter.agreement().places())
                .hasSize(AgreementMeter.MOST_PLACES + 1)
                .extracting(Place::name)
                .startsWith(AgreementMeter.ELSEWHERE, "$.field0");
    }

    @Test
    void a_place_without_numbers_shows_the_newest_pair() {
        meter.compared("r1", List.of(Apart.entirely("$.id", "\"a\"", "\"b\"")));
        meter.compared("r2", List.of(Apart.entirely("$.id", "\"c\"", "\"d\"")));

        assertThat(meter.agreement().places())
                .containsExactly(new Place("$.id", Optional.empty(), "r2", "\"c\"", "\"d\""));
    }

    @Test
    void beyond_so_many_places_all_others_are_one() {
        for (int i = 0; i < AgreementMeter.MOST_PLACES + 10; i++) {
            meter.compared("r" + i, List.of(number("$.field" + i, 0.5)));
        }

        var agreement = meter.agreement();
        assertThat(agreement.places()).hasSize(AgreementMeter.MOST_PLACES + 1);
        var elsewhere = agreement.places().get(AgreementMeter.MOST_PLACES);
        assertThat(elsewhere.name()).isEqualTo(AgreementMeter.ELSEWHERE);
        assertThat(agreement.differing(Tolerance.EXACT, elsewhere)).isEqualTo(10);
    }

    @Test
    void however_many_combinations_there_are_no_pair_is_lost_or_taken_for_one_that_agrees() {
        int pairs = LevelMeter.MOST_PATTERNS + 100;
        for (int i = 1; i <= pairs; i++) {
            int bits = i;
            meter.compared(
                    "r" + i,
                    IntStream.range(0, 10)
                            .filter(bit -> (bits & 1 << bit) != 0)
                            .mapToObj(bit -> number("$.field" + bit, 0.5))
                            .toList());
        }

        var all = IntStream.range(0, 10).mapToObj(bit -> "$.field" + bit).collect(Collectors.toSet());
        var agreement = meter.agreement();
        assertThat(agreement.differing(Tolerance.EXACT, Set.of())).isEqualTo(pairs);
        assertThat(agreement.differing(Tolerance.EXACT, all)).isEqualTo(100);
        assertThat(agreement.beyond(Tolerance.EXACT)).isEqualTo(100);
        var first = agreement.places().get(0);
        assertThat(agreement.differing(Tolerance.EXACT, first))
                .as("each place by itself is exact")
                .isEqualTo(pairs / 2);
        assertThat(agreement.places()).extracting(Place::name).doesNotContain(AgreementMeter.ELSEWHERE);
    }

    @Test
    void a_long_value_is_cut() {
        meter.compared("r1", List.of(Apart.entirely("body", "x".repeat(10_000), "y")));

        assertThat(meter.agreement().places().get(0).live()).hasSize(PlaceMeter.MOST_OF_VALUE + 3);
    }

    @Test
    void what_is_counted_is_what_counting_each_pair_by_itself_gives() {
        qt().forAll(
                        lists().of(lists().of(integers().between(0, 7)).ofSizeBetween(0, 4))
                                .ofSizeBetween(0, 40),
                        lists().of(integers().between(0, 7)).ofSizeBetween(0, 8))
                .checkAssert((pairs, left) -> {
                    var counted = new AgreementMeter(Optional.empty());
                    pairs.forEach(places -> counted.compared(
                            "r",
                            places.stream()
                                    .distinct()
                                    .map(place -> number("$.p" + place, 0.5))
                                    .toList()));
                    var ignored = left.stream().map(place -> "$.p" + place).collect(Collectors.toSet());
                    long expected = pairs.stream()
                            .filter(places -> places.stream().anyMatch(place -> !left.contains(place)))
                            .count();
                    assertThat(counted.agreement().differing(Tolerance.PERCENT, ignored))
                            .isEqualTo(expected);
                });
    }

    @Test
    void with_other_versions_comparing_begins_anew() {
        var mirror = new MirrorMeter();
        mirror.compare(GREEN, Set.of("blue 1", "green 2"));
        mirror.agreement().compared("r1", List.of());

        mirror.compare(GREEN, Set.of("green 2", "blue 1"));
        assertThat(mirror.agreement().agreement().compared()).isEqualTo(1);
        mirror.compare(GREEN, Set.of("blue 1", "green 3"));
        assertThat(mirror.agreement().agreement().compared()).isZero();
        assertThat(mirror.agreement().agreement().shadow()).contains(GREEN);
    }

    @Test
    void what_was_found_stands_as_long_as_all_versions_that_it_is_about_are_there() {
        var mirror = new MirrorMeter();
        mirror.compare(GREEN, Set.of("blue 1", "green 2"));
        mirror.agreement().compared("r1", List.of());

        mirror.forgetUnlessThereAre(Set.of("blue 1", "green 2", "canary 3"));
        assertThat(mirror.agreement().agreement().compared()).isEqualTo(1);
        mirror.forgetUnlessThereAre(Set.of("blue 1", "green 4", "canary 3"));
        assertThat(mirror.agreement().agreement().shadow()).isEmpty();
    }

    private static Apart number(String place, double distance) {
        return new Apart(place, distance, "1.0", "2.0");
    }
}
