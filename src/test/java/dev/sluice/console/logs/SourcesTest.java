package dev.sluice.console.logs;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private final Sources sources = new Sources();

    @Test
    void all_together_can_be_chosen_or_each_alone() {
        assertThat(sources.areNone()).isTrue();
        sources.show(List.of(BLUE, GREEN));

        assertThat(sources.areNone()).isFalse();
        assertThat(sources.choices()).containsExactly(Optional.empty(), Optional.of(BLUE), Optional.of(GREEN));
        assertThat(sources.followed()).containsExactly(BLUE, GREEN);

        sources.choose(Optional.of(GREEN));
        assertThat(sources.followed()).containsExactly(GREEN);
        assertThat(sources.isFollowed(BLUE)).isFalse();
    }

    @Test
    void one_that_was_chosen_and_is_gone_is_followed_no_more_and_none_takes_its_place() {
        sources.show(List.of(BLUE, GREEN));
        sources.choose(Optional.of(GREEN));
        assertThat(sources.isChosenGone()).isFalse();

        sources.show(List.of(BLUE));

        assertThat(sources.isChosenGone()).isTrue();
        assertThat(sources.followed()).isEmpty();
        sources.choose(Optional.empty());
        assertThat(sources.isChosenGone()).isFalse();
        assertThat(sources.followed()).containsExactly(BLUE);
    }
}
