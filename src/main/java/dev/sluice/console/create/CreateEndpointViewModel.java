package dev.sluice.console.create;

import dev.sluice.console.support.ChangeNote;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Labels;
import dev.sluice.domain.Problem;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A new endpoint as it is being described. For the UI thread only. */
public final class CreateEndpointViewModel {

    private final Workbench bench;
    private final Set<EndpointName> taken;
    private final Consumer<EndpointName> created;
    private final Submission submission;
    private final ChangeNote note;
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<AuthMode> auth = new SimpleObjectProperty<>(AuthMode.KEY);
    private final StringProperty description = new SimpleStringProperty("");
    private final StringProperty tags = new SimpleStringProperty("");
    private final StringBinding nameProblem = Bindings.createStringBinding(this::findNameProblem, name);
    private final StringBinding tagsProblem = Bindings.createStringBinding(this::findTagsProblem, tags);
    private final StringBinding verb = Bindings.createStringBinding(this::describeVerb, name);
    private final BooleanBinding canCreate;
    private final Unfinished unfinished;
    private EndpointKind kind = EndpointKind.MANAGED;
    private SortedMap<String, String> properties = new TreeMap<>();

    /**
     * @param taken the names that exist already
     * @param created told the name once the runtime has accepted it
     */
    public CreateEndpointViewModel(Workbench bench, Set<EndpointName> taken, Consumer<EndpointName> created) {
        this.bench = bench;
        this.taken = Set.copyOf(taken);
        this.created = created;
        this.submission = new Submission(bench.ui());
        this.note = new ChangeNote(bench.ui());
        this.canCreate = name.isNotEmpty()
                .and(nameProblem.isEmpty())
                .and(tagsProblem.isEmpty())
                .and(submission.busyProperty().not());
        this.unfinished = new Unfinished(bench.dialogs(), submission, this::written);
    }

    /** Takes over what a file says, for review. */
    public void fill(EndpointSpec spec) {
        name.set(spec.name().text());
        auth.set(spec.auth());
        description.set(spec.labels().description());
        tags.set(Tags.text(spec.labels().tags()));
        properties = spec.labels().properties();
        kind = spec.kind();
        unfinished.begins();
    }

    /** Closes the form, unless something stands against it. */
    void leave(Runnable close) {
        unfinished.leave(close);
    }

    private List<Object> written() {
        return List.of(
                name.get(),
                auth.get(),
                description.get(),
                tags.get(),
                note.textProperty().get());
    }

    public void create() {
        if (canCreate.get()) {
            var spec = new EndpointSpec(new EndpointName(name.get()), kind, auth.get(), labels());
            submission.send(
                    note.with(why -> bench.control().noting(why).createEndpoint(spec)), () -> accepted(spec.name()));
        }
    }

    StringProperty nameProperty() {
        return name;
    }

    ObjectProperty<AuthMode> authProperty() {
        return auth;
    }

    StringProperty descriptionProperty() {
        return description;
    }

    StringProperty tagsProperty() {
        return tags;
    }

    /** What is wrong with the name as far as it is typed; empty while nothing is typed. */
    StringBinding nameProblem() {
        return nameProblem;
    }

    StringBinding tagsProblem() {
        return tagsProblem;
    }

    /** On creating it. */
    ChangeNote note() {
        return note;
    }

    StringBinding verb() {
        return verb;
    }

    BooleanBinding canCreate() {
        return canCreate;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return submission.busyProperty();
    }

    ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return submission.problemsProperty();
    }

    private void accepted(EndpointName endpoint) {
        bench.notices().done(Messages.of("create.endpoint.done", endpoint));
        created.accept(endpoint);
    }

    private Labels labels() {
        return new Labels(description.get().strip(), Tags.parse(tags.get()).orElseThrow(), properties);
    }

    private String findNameProblem() {
        var typed = name.get();
        if (typed.isEmpty()) {
            return "";
        }
        var broken = EndpointName.problems(typed);
        if (!broken.isEmpty()) {
            return Messages.of("problem.remedy", broken.get(0).whatToDo());
        }
        return taken.contains(new EndpointName(typed)) ? Messages.of("create.endpoint.taken", typed) : "";
    }

    private String findTagsProblem() {
        return Tags.parse(tags.get()).isPresent() ? "" : Messages.of("create.tags.bad");
    }

    private String describeVerb() {
        return EndpointName.problems(name.get()).isEmpty()
                ? Messages.of("create.endpoint.verb.named", name.get())
                : Messages.of("create.endpoint.verb");
    }
}
