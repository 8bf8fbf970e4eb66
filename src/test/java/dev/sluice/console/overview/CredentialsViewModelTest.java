package dev.sluice.console.overview;

import static dev.sluice.console.SampleFleets.DIABETES;
import static dev.sluice.console.SampleFleets.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.TestBench;
import dev.sluice.console.overview.CredentialsViewModel.Line;
import dev.sluice.console.support.Notice;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.Credentials;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Secret;
import org.junit.jupiter.api.Test;

class CredentialsViewModelTest {

    private final TestBench desk = new TestBench();
    private final CredentialsViewModel keys =
            new CredentialsViewModel(desk.bench, EndpointSpec.managed(DIABETES, AuthMode.KEY));

    @Test
    void both_keys_are_masked_at_first() {
        assertThat(keys.linesProperty().get()).extracting(Line::label).containsExactly("Primary key", "Secondary key");
        assertThat(keys.linesProperty().get()).noneMatch(line -> line.shown().contains("key"));
    }

    @Test
    void are_shown_when_asked_for_and_hidden_again() {
        keys.reveal();
        assertThat(keys.linesProperty().get()).extracting(Line::shown).containsExactly("primary-key", "secondary-key");

        keys.mask();
        assertThat(keys.linesProperty().get()).noneMatch(line -> line.shown().contains("key"));
        assertThat(keys.revealedProperty().get()).isFalse();
    }

    @Test
    void can_be_copied_without_being_shown() {
        keys.copy(keys.linesProperty().get().get(1));

        assertThat(desk.copied).containsExactly("secondary-key");
        assertThat(desk.notices.notices()).containsExactly(new Notice.Done("Copied: Secondary key"));
        assertThat(keys.revealedProperty().get()).isFalse();
    }

    @Test
    void a_token_says_when_it_expires() {
        var expires = NOW.plusSeconds(3600 * 3 + 600);
        desk.control.credentials = new Credentials.Token(new Secret("signed"), expires, NOW);
        var token = new CredentialsViewModel(desk.bench, EndpointSpec.managed(DIABETES, AuthMode.AML_TOKEN));

        token.reveal();

        assertThat(token.linesProperty().get())
                .singleElement()
                .satisfies(line -> assertThat(line.note()).isEqualTo("expires in 3 h 10 min"));
    }

    @Test
    void an_expired_token_says_so() {
        desk.control.credentials = new Credentials.Token(new Secret("signed"), NOW.minusSeconds(1), NOW);
        var token = new CredentialsViewModel(desk.bench, EndpointSpec.managed(DIABETES, AuthMode.AML_TOKEN));

        token.reveal();

        assertThat(token.linesProperty().get().get(0).note()).isEqualTo("expired");
    }
}
