package dev.sluice.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleOfferTest {

    private final List<String> done = new ArrayList<>();
    private final SampleOffer offer = new SampleOffer(() -> done.add("begin"), () -> done.add("remind"));

    @Test
    void taken_again_while_it_is_set_up_it_shows_how_far_it_is() {
        offer.take();
        offer.take();

        assertThat(done).containsExactly("begin", "remind");
        assertThat(offer.underwayProperty().get()).isTrue();
    }

    @Test
    void when_it_has_ended_it_can_be_taken_anew() {
        offer.take();
        offer.ended();
        assertThat(offer.underwayProperty().get()).isFalse();

        offer.take();

        assertThat(done).containsExactly("begin", "begin");
    }
}
