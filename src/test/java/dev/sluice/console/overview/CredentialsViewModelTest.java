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
import dev.sluice.domain.KeyType;
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
        desk.control.credentials = new Credentials.Token(new Secret("signed"), expires, expires.minusSeconds(600));
        var token = new CredentialsViewModel(desk.bench, EndpointSpec.managed(DIABETES, AuthMode.AML_TOKEN));

        token.reveal();

        assertThat(token.linesProperty().get())
                .singleElement()
                .satisfies(line -> assertThat(line.note())
                        .isEqualTo("Expires in 3 h 10 min, Mar 1, 15:10:00. Fetch a new one from Mar 1, 15:00:00 on."));
    }

    @Test
    void a_key_is_made_anew_only_after_saying_whom_that_cuts_off() {
        keys.reveal();

        keys.regenerate(KeyType.PRIMARY);

        var question = desk.questions.openProperty().get().orElseThrow();
        assertThat(question.title()).isEqualTo("Make a new primary key of diabetes?");
        assertThat(question.consequence())
                .contains(
                        "old primary key are refused from the next request on",
                        "secondary key goes on",
                        "cannot be had back");
        assertThat(question.verb()).isEqualTo("Regenerate primary key");
        assertThat(desk.control.asked).isEmpty();

        desk.control.credentials = new Credentials.Keys(new Secret("newer"), new Secret("secondary-key"));
        question.note().orElseThrow().textProperty().set("it was in a log");
        desk.questions.answer(true);
        assertThat(desk.control.asked).containsExactly("regenerateKey diabetes PRIMARY");
        assertThat(desk.control.reasons).containsExactly("it was in a log");
        assertThat(keys.linesProperty().get()).extracting(Line::shown).containsExactly("newer", "secondary-key");
    }

    @Test
    void a_masked_key_that_is_made_anew_stays_masked() {
        keys.regenerate(KeyType.SECONDARY);
        desk.questions.answer(true);

        assertThat(desk.control.asked).containsExactly("regenerateKey diabetes SECONDARY");
        assertThat(keys.linesProperty().get()).noneMatch(line -> line.shown().contains("key"));
    }

    @Test
    void another_way_of_authentication_hides_what_was_shown() {
        keys.reveal();

        keys.show(EndpointSpec.managed(DIABETES, AuthMode.AML_TOKEN));

        assertThat(keys.linesProperty().get()).extracting(Line::label).containsExactly("Token");
        assertThat(keys.revealedProperty().get()).isFalse();
    }

    @Test
    void an_expired_token_says_so() {
        desk.control.credentials = new Credentials.Token(new Secret("signed"), NOW.minusSeconds(1), NOW);
        var token = new CredentialsViewModel(desk.bench, EndpointSpec.managed(DIABETES, AuthMode.AML_TOKEN));

        token.reveal();

        assertThat(token.linesProperty().get().get(0).note()).isEqualTo("expired");
    }
}
