package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private final Pictures<String> pictures = new Pictures<>("nothing");
    private final List<String> first = new ArrayList<>();
    private final List<String> second = new ArrayList<>();

    @Test
    void what_has_not_changed_is_shown_once() {
        pictures.watch(first::add, "red");
        pictures.show("red");
        pictures.show("green");

        assertThat(first).containsExactly("red", "green");
    }

    @Test
    void who_comes_later_sees_nothing_that_the_others_do_not() {
        pictures.watch(first::add, "red");

        pictures.watch(second::add, "green");
        assertThat(first).containsExactly("red", "green");

        pictures.show("red");
        assertThat(second).containsExactly("green", "red");
        assertThat(first).containsExactly("red", "green", "red");
    }
}
