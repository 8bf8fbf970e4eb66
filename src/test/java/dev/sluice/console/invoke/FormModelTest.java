package dev.sluice.console.invoke;

import static dev.sluice.console.PageFleet.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.FakeControl;
import dev.sluice.console.PageAnswers;
import dev.sluice.control.Invocation.Target;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FormModelTest {

    private final FakeControl control = new FakeControl();
    private final RequestForm request = new RequestForm(Runnable::run, Runnable::run);
    private final FormModel form = new FormModel(control, Runnable::run, request);

    @Test
    void the_deployment_is_asked_for_its_openapi_through_the_router() {
        ask();

        assertThat(control.invocations).singleElement().satisfies(sent -> {
            assertThat(sent.head().method()).isEqualTo("GET");
            assertThat(sent.head().path()).isEqualTo("/swagger.json");
        });
        assertThat(form.rowsProperty().get())
                .extracting(row -> row.field().name())
                .containsExactly("age", "sex", "data");
        assertThat(form.noteProperty().get()).isEmpty();
    }

    @Test
    void nobody_is_asked_twice_at_once() {
        form.ask(DIABETES, new Target.ByTraffic());
        form.ask(DIABETES, new Target.ByTraffic());
        assertThat(control.invocations).hasSize(1);

        control.answer.complete(PageAnswers.openApi());
        assertThat(form.rowsProperty().get()).isNotEmpty();

        control.answer = new CompletableFuture<>();
        form.ask(DIABETES, new Target.ByTraffic());
        form.forget();
        form.ask(DIABETES, new Target.ByTraffic());
        assertThat(control.invocations).as("once again, then somebody else").hasSize(3);
    }

    @Test
    void what_is_written_in_the_fields_becomes_the_body() {
        ask();

        write("age", "61");
        write("data", "[1, 2]");

        assertThat(request.textProperty().get()).isEqualTo("{\n  \"age\": 61,\n  \"data\": [1, 2]\n}");
    }

    @Test
    void a_wrong_field_is_named_and_the_body_stays() {
        ask();
        var before = request.textProperty().get();

        write("age", "old");
        assertThat(form.noteProperty().get()).isEqualTo("age is no whole number.");
        write("age", "6.5");
        assertThat(form.noteProperty().get()).isEqualTo("age is no whole number.");
        write("age", "");
        assertThat(form.noteProperty().get()).isEqualTo("age must be given.");

        assertThat(request.textProperty().get()).isEqualTo(before);
    }

    @Test
    void a_deployment_without_a_description_is_written_to_in_json() {
        control.answers.add(PageAnswers.modelError("blue"));
        form.ask(DIABETES, new Target.ByTraffic());

        assertThat(form.noteProperty().get()).contains("424 Failed Dependency").contains("JSON");
        assertThat(form.rowsProperty().get()).isEmpty();
    }

    @Test
    void an_answer_that_comes_after_another_deployment_was_chosen_is_not_taken() {
        form.ask(DIABETES, new Target.ByTraffic());
        form.forget();

        control.answer.complete(PageAnswers.openApi());

        assertThat(form.rowsProperty().get()).isEmpty();
    }

    private void ask() {
        control.answers.add(PageAnswers.openApi());
        form.ask(DIABETES, new Target.ByTraffic());
    }

    private void write(String field, String text) {
        form.rowsProperty().get().stream()
                .filter(row -> row.field().name().equals(field))
                .forEach(row -> row.textProperty().set(text));
    }
}
