package dev.sluice.console.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.TestBench;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CreateEndpointViewModelTest {

    private final TestBench desk = new TestBench();
    private final List<EndpointName> created = new ArrayList<>();
    private final CreateEndpointViewModel form =
            new CreateEndpointViewModel(desk.bench, Set.of(new EndpointName("churn")), created::add);

    @Test
    void what_was_typed_is_not_thrown_away_without_a_question() {
        var closed = new ArrayList<String>();
        form.leave(() -> closed.add("empty"));
        assertThat(closed).containsExactly("empty");

        form.nameProperty().set("diabetes");
        form.leave(() -> closed.add("typed"));
        desk.questions.answer(false);
        assertThat(closed).hasSize(1);

        form.leave(() -> closed.add("typed"));
        desk.questions.answer(true);
        assertThat(closed).hasSize(2);
    }

    @Test
    void an_empty_form_complains_of_nothing_and_cannot_be_sent() {
        assertThat(form.nameProblem().get()).isEmpty();
        assertThat(form.canCreate().get()).isFalse();

        form.create();

        assertThat(desk.control.asked).isEmpty();
    }

    @Test
    void a_bad_name_is_told_while_it_is_typed() {
        form.nameProperty().set("9-churn");

        assertThat(form.nameProblem().get()).contains("a letter first");
        assertThat(form.canCreate().get()).isFalse();
    }

    @Test
    void a_name_that_exists_in_another_spelling_is_told_too() {
        form.nameProperty().set("Churn");

        assertThat(form.nameProblem().get()).contains("already");
        assertThat(form.canCreate().get()).isFalse();
    }

    @Test
    void the_button_says_what_it_will_do() {
        form.nameProperty().set("diabetes");

        assertThat(form.verb().get()).isEqualTo("Create endpoint diabetes");
    }

    @Test
    void what_was_typed_is_created_and_told() {
        form.nameProperty().set("diabetes");
        form.authProperty().set(AuthMode.AML_TOKEN);
        form.descriptionProperty().set(" one year on ");
        form.tagsProperty().set("team=clinical");
        form.note().textProperty().set("for the trial");

        form.create();

        assertThat(desk.control.reasons).containsExactly("for the trial");
        assertThat(desk.control.createdEndpoints)
                .containsExactly(new EndpointSpec(
                        new EndpointName("diabetes"),
                        EndpointKind.MANAGED,
                        AuthMode.AML_TOKEN,
                        Labels.of("one year on", Map.of("team", "clinical"))));
        assertThat(created).containsExactly(new EndpointName("diabetes"));
        assertThat(desk.notices.notices()).hasSize(1);
    }

    @Test
    void tags_that_are_none_hold_it_back() {
        form.nameProperty().set("diabetes");
        form.tagsProperty().set("clinical");

        assertThat(form.tagsProblem().get()).contains("name=value");
        assertThat(form.canCreate().get()).isFalse();
    }

    @Test
    void what_a_file_says_and_the_form_does_not_show_goes_along() {
        var labels = new Labels("from a file", new TreeMap<>(), new TreeMap<>(Map.of("origin", "ci")));
        var spec = new EndpointSpec(new EndpointName("diabetes"), EndpointKind.KUBERNETES, AuthMode.KEY, labels);
        form.fill(spec);

        form.create();

        assertThat(desk.control.createdEndpoints).containsExactly(spec);
    }

    @Test
    void while_the_runtime_thinks_it_cannot_be_sent_again() {
        desk.control.outcome = new CompletableFuture<>();
        form.nameProperty().set("diabetes");

        form.create();
        form.create();

        assertThat(desk.control.asked).hasSize(1);
        assertThat(form.busyProperty().get()).isTrue();
    }

    @Test
    void while_the_runtime_thinks_it_cannot_be_left_as_if_nothing_came_of_it() {
        desk.control.outcome = new CompletableFuture<>();
        form.nameProperty().set("diabetes");
        form.create();

        form.leave(() -> created.add(new EndpointName("left")));

        assertThat(desk.questions.openProperty().get()).isEmpty();
        assertThat(created).isEmpty();
    }

    @Test
    void a_refusal_stays_in_the_form_with_its_reasons() {
        var problem = Problem.of(Problem.Code.ALREADY_EXISTS, "name", "there is one already", "choose another name");
        desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Refused(List.of(problem)));
        form.nameProperty().set("diabetes");
        form.note().textProperty().set("for the trial");

        form.create();

        assertThat(form.note().textProperty().get()).isEqualTo("for the trial");
        assertThat(form.problemsProperty().get()).containsExactly(problem);
        assertThat(created).isEmpty();
        assertThat(form.canCreate().get()).isTrue();
    }

    @Test
    void a_runtime_that_does_not_answer_is_named_and_the_user_may_try_again() {
        desk.control.outcome = CompletableFuture.failedFuture(new java.io.IOException("connection refused"));
        form.nameProperty().set("diabetes");

        form.create();

        assertThat(form.problemsProperty().get())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("connection refused");
        assertThat(form.canCreate().get()).isTrue();
    }
}
