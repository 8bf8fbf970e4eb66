package dev.sluice.control.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AbreastTest {

    private final Abreast abreast = new Abreast();
    private final List<String> given = new ArrayList<>();

    @BeforeEach
    void the_fleet_and_what_is_registered_are_watched() {
        abreast.joins("fleet");
        abreast.joins("assets");
    }

    @Test
    void an_answer_is_held_until_the_one_that_lags_has_been_shown_it() {
        abreast.when(7, () -> given.add("done"));

        abreast.shows("fleet", 8);
        abreast.shows("assets", 6);
        assertThat(given).isEmpty();

        abreast.shows("assets", 7);
        assertThat(given).containsExactly("done");
    }

    @Test
    void what_all_have_been_shown_is_answered_at_once_and_what_was_refused_has_its_number_too() {
        abreast.shows("fleet", 7);
        abreast.shows("assets", 7);

        abreast.when(7, () -> given.add("refused"));
        assertThat(given).containsExactly("refused");

        abreast.when(8, () -> given.add("refused again"));
        assertThat(given).hasSize(1);
    }

    @Test
    void a_stream_that_ends_is_not_waited_for() {
        abreast.shows("fleet", 7);
        abreast.when(7, () -> given.add("done"));
        assertThat(given).isEmpty();

        abreast.leaves("assets");

        assertThat(given).containsExactly("done");
    }

    @Test
    void one_that_begins_anew_counts_from_the_start() {
        abreast.shows("fleet", 7);
        abreast.shows("assets", 7);
        abreast.leaves("assets");
        abreast.joins("assets");

        abreast.when(1, () -> given.add("of the next runtime"));
        assertThat(given).isEmpty();

        abreast.shows("fleet", 1);
        abreast.shows("assets", 1);
        assertThat(given).containsExactly("of the next runtime");
    }

    @Test
    void what_has_waited_long_enough_is_answered_once() {
        var atOnce = abreast.when(7, () -> given.add("done"));

        atOnce.run();
        abreast.shows("fleet", 7);
        abreast.shows("assets", 7);
        atOnce.run();

        assertThat(given).containsExactly("done");
    }

    @Test
    void once_all_have_gone_nothing_is_held() {
        abreast.when(7, () -> given.add("one"));
        abreast.when(9, () -> given.add("two"));

        abreast.leaves("fleet");
        abreast.leaves("assets");
        abreast.when(11, () -> given.add("three"));

        assertThat(given).containsExactly("one", "two", "three");
    }
}
