package dev.sluice.console.invoke;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.console.support.JsonText;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Problems;
import dev.sluice.control.Answer;
import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Head;
import dev.sluice.control.Invocation.Target;
import dev.sluice.control.RolloutControl;
import dev.sluice.domain.EndpointName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The fields that a deployment's OpenAPI describes; what is written in them becomes the request's body. For the UI thread only. */
final class FormModel {

    private static final String DOCUMENT = "/swagger.json";

    private final RolloutControl control;
    private final Executor ui;
    private final RequestForm request;
    private final ReadOnlyObjectWrapper<List<FormRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(Messages.of("invoke.form.not-asked"));
    private String example = "";

    /** Whether the answer of who was asked is still to come. */
    private boolean isAsking;

    private long turn;

    FormModel(RolloutControl control, Executor ui, RequestForm request) {
        this.control = control;
        this.ui = ui;
        this.request = request;
    }

    ReadOnlyObjectProperty<List<FormRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** What there is to say about the form: why it has no fields, or what is wrong in one; empty if all is well. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    boolean hasExample() {
        return !example.isEmpty();
    }

    /** Another endpoint or deployment may take something else. */
    void forget() {
        turn++;
        isAsking = false;
        show(List.of(), "", Messages.of("invoke.form.not-asked"));
    }

    /** Asks whoever {@code target} chooses what it takes; once is enough while the answer is still to come. */
    void ask(EndpointName endpoint, Target target) {
        if (isAsking) {
            return;
        }
        long mine = ++turn;
        isAsking = true;
        show(List.of(), "", Messages.of("invoke.form.asking"));
        var head = new Head("GET", DOCUMENT, List.of());
        control.invoke(new Invocation(endpoint, target, head, new Invocation.Body.None()))
                .whenCompleteAsync(
                        (answer, failure) -> {
                            if (turn == mine) {
                                told(answer, failure);
                            }
                        },
                        ui);
    }

    void useExample() {
        if (hasExample()) {
            request.textProperty().set(JsonText.pretty(example));
        }
    }

    /** Writes the body from what is in the fields, unless one of them is wrong; then the note says which. */
    void fillBody() {
        var problem = rows.get().stream()
                .map(FormRow::problem)
                .filter(text -> !text.isEmpty())
                .findFirst();
        note.set(problem.orElse(""));
        if (problem.isPresent()) {
            return;
        }
        var body = JsonNodeFactory.instance.objectNode();
        rows.get().stream()
                .filter(FormRow::isGiven)
                .forEach(row ->
                        row.value().ifPresent(value -> body.set(row.field().name(), value)));
        request.textProperty().set(JsonText.pretty(body.toString()));
    }

    private void told(@Nullable Answer answer, @Nullable Throwable failure) {
        isAsking = false;
        if (answer == null) {
            show(List.of(), "", Problems.of(null, failure));
        } else if (answer.status() != 200) {
            show(List.of(), "", Messages.of("invoke.form.refused", new AnswerText(answer).status()));
        } else {
            var json = new String(answer.body(), StandardCharsets.UTF_8);
            OpenApi.input(json, request.pathProperty().get())
                    .ifPresentOrElse(this::show, () -> show(List.of(), "", Messages.of("invoke.form.no-openapi")));
        }
    }

    private void show(OpenApi.Input input) {
        var about = input.fields().isEmpty() ? Messages.of("invoke.form.no-fields") : "";
        show(input.fields().stream().map(FormRow::new).toList(), input.example(), about);
    }

    private void show(List<FormRow> newer, String wholeBody, String about) {
        example = wholeBody;
        note.set(about);
        rows.set(newer);
        newer.forEach(row -> row.textProperty().addListener((o, before, after) -> fillBody()));
    }
}
