package dev.sluice.console.invoke;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageFleet;
import dev.sluice.control.Fleet;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenEndpointTest {

    private final PageFleet both = PageFleet.of(BLUE, GREEN).share(BLUE, 100);
    private final OpenEndpoint endpoint = new OpenEndpoint();

    @Test
    void until_one_is_opened_there_is_none() {
        endpoint.show(both.fleet());

        assertThat(endpoint.name()).isEmpty();
        assertThat(endpoint.view()).isEmpty();
        assertThat(endpoint.deployments()).isEmpty();
    }

    @Test
    void it_is_known_whom_a_request_can_be_sent_to_and_whether_it_is_copied() {
        endpoint.open(DIABETES, PageFleet.of().fleet());
        assertThat(endpoint.name()).hasValue(DIABETES);
        assertThat(endpoint.answerableProperty().get()).isFalse();

        endpoint.show(both.fleet());
        assertThat(endpoint.deployments()).containsExactly(BLUE, GREEN);
        assertThat(endpoint.answerableProperty().get()).isTrue();
        assertThat(endpoint.mirroredProperty().get()).isFalse();

        endpoint.show(both.mirror(GREEN, 10).fleet());
        assertThat(endpoint.mirroredProperty().get()).isTrue();
    }

    @Test
    void one_that_is_deleted_stays_so_until_it_is_opened_again() {
        var without = new Fleet(2, both.fleet().runtime(), List.of(), List.of());
        endpoint.open(DIABETES, both.fleet());
        assertThat(endpoint.isIn(both.fleet())).isTrue();
        assertThat(endpoint.isIn(without)).isFalse();

        endpoint.show(without);
        endpoint.show(both.fleet());
        assertThat(endpoint.name()).isEmpty();
        assertThat(endpoint.answerableProperty().get()).isFalse();

        endpoint.open(DIABETES, both.fleet());
        assertThat(endpoint.deployments()).hasSize(2);
    }
}
