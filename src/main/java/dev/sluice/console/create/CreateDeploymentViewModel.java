package dev.sluice.console.create;

import dev.sluice.console.support.ChangeNote;
import dev.sluice.console.support.ManifestText.Reading;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Asset;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A new deployment as it is being described. For the UI thread only. */
public final class CreateDeploymentViewModel {

    /** Paths of a form are absolute. */
    private static final Path NOWHERE = Path.of("/");

    private final Workbench bench;
    private final Fleet fleet;
    private final Consumer<DeploymentId> accepted;
    private final Submission submission;
    private final ChangeNote note;
    private final ReferenceSuggestions suggestions;
    private final DeploymentDraft draft = new DeploymentDraft();
    private final ObjectProperty<EndpointName> endpoint;
    private final BooleanProperty allTraffic = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper fromFile = new ReadOnlyStringWrapper("");
    private final StringBinding nameProblem;
    private final StringBinding missing = Bindings.createStringBinding(new MissingFields(draft)::text, draft.fields());
    private final StringBinding environmentNote;
    private final StringBinding environmentProblem;
    private final StringBinding instanceTypeNote;
    private final StringBinding verb;
    private final BooleanBinding canCreate;
    private final ObjectBinding<List<Problem>> problems;
    private final Unfinished unfinished;

    /** @param accepted told once the runtime has taken the deployment on; how it goes on is told by the fleet */
    public CreateDeploymentViewModel(
            Workbench bench, Fleet fleet, EndpointName endpoint, Consumer<DeploymentId> accepted) {
        this.bench = bench;
        this.fleet = fleet;
        this.accepted = accepted;
        this.endpoint = new SimpleObjectProperty<>(endpoint);
        this.submission = new Submission(bench.ui());
        this.note = new ChangeNote(bench.ui());
        this.suggestions = new ReferenceSuggestions(bench);
        this.nameProblem = Bindings.createStringBinding(this::findNameProblem, draft.name, this.endpoint);
        this.environmentNote =
                Bindings.createStringBinding(() -> draft.environment.get().note(hasImages()), draft.environment);
        this.environmentProblem = Bindings.createStringBinding(
                this::findEnvironmentProblem,
                draft.environment,
                draft.code,
                draft.model,
                submission.problemsProperty());
        this.instanceTypeNote = Bindings.createStringBinding(this::describeInstanceType, draft.instanceType);
        this.verb = Bindings.createStringBinding(this::describeVerb, draft.name);
        this.problems = Bindings.createObjectBinding(
                () -> DraftField.elsewhere(submission.problemsProperty().get()), submission.problemsProperty());
        this.canCreate = missing.isEmpty()
                .and(nameProblem.isEmpty())
                .and(Bindings.createBooleanBinding(
                        () -> draft.environmentProblem().isEmpty(), draft.fields()))
                .and(submission.busyProperty().not());
        if (!hasImages()) {
            draft.expectNoImages();
        }
        this.unfinished = new Unfinished(bench.dialogs(), submission, this::written);
        for (var field : draft.fields()) {
            field.addListener(changed -> submission.forgetProblems());
        }
    }

    /** Takes over what a file says, for review. */
    public void fill(DeploymentSpec spec, String file) {
        endpoint.set(spec.id().endpoint());
        draft.fill(spec);
        fromFile.set(Messages.of(
                "create.deployment.from-file",
                file,
                draft.requests().timeout().toMillis() / 1000.0,
                draft.requests().maxConcurrentPerInstance(),
                draft.variableCount()));
        unfinished.begins();
    }

    /** Names a registered model. */
    public void useModel(Asset registered) {
        draft.use(registered);
        unfinished.begins();
    }

    /** Closes the form, unless something stands against it. */
    void leave(Runnable close) {
        unfinished.leave(close);
    }

    private List<Object> written() {
        return List.of(
                draft.written(),
                endpoint.get(),
                allTraffic.get(),
                note.textProperty().get());
    }

    public void create() {
        if (canCreate.get()) {
            var spec = draft.spec(endpoint.get());
            var traffic = allTraffic.get() ? InitialTraffic.ALL : InitialTraffic.NONE;
            submission.send(
                    CompletableFuture.supplyAsync(() -> mistakes(spec), bench.background())
                            .thenComposeAsync(
                                    mistakes -> mistakes.isEmpty()
                                            ? bench.give(note, control -> control.createDeployment(spec, traffic))
                                            : CompletableFuture.completedFuture(new Outcome.Refused(mistakes)),
                                    bench.ui()),
                    () -> accepted.accept(spec.id()));
        }
    }

    /** All at once, files that are not there too: what is found wrong only later has taken the name by then. */
    private List<Problem> mistakes(DeploymentSpec spec) {
        var texts = bench.manifests();
        return texts.readDeployment(texts.write(spec), NOWHERE) instanceof Reading.Bad<DeploymentSpec> bad
                ? bad.problems()
                : List.of();
    }

    /** Looks for the files and folders that are named. */
    PathPicker paths() {
        return new PathPicker(bench.files(), draft);
    }

    /** What is registered, to be named. */
    ReferenceSuggestions suggestions() {
        return suggestions;
    }

    DeploymentDraft draft() {
        return draft;
    }

    List<EndpointName> endpoints() {
        return fleet.endpoints().stream().map(view -> view.spec().name()).toList();
    }

    ObjectProperty<EndpointName> endpointProperty() {
        return endpoint;
    }

    BooleanProperty allTrafficProperty() {
        return allTraffic;
    }

    /** Which file the form was filled from, and what of it the form does not show. */
    ReadOnlyStringProperty fromFileProperty() {
        return fromFile.getReadOnlyProperty();
    }

    StringBinding nameProblem() {
        return nameProblem;
    }

    /** What is still needed, in words; empty if nothing is. */
    StringBinding missing() {
        return missing;
    }

    /** The kinds of environment to choose from, the usual one first. */
    List<EnvironmentKind> environments() {
        return EnvironmentKind.choices(hasImages());
    }

    /** What of the chosen environment makes no difference on this computer; empty if all of it does. */
    StringBinding environmentNote() {
        return environmentNote;
    }

    StringBinding environmentProblem() {
        return environmentProblem;
    }

    /** What is wrong with what stands in a field; empty if nothing is known to be. */
    StringBinding problem(DraftField field) {
        return Bindings.createStringBinding(
                () -> field.problem(submission.problemsProperty().get()), submission.problemsProperty());
    }

    /** The sizes to choose from; any other may be typed. */
    List<String> instanceTypes() {
        return fleet.runtime().profiles().names();
    }

    /** What the chosen size means on this machine. */
    StringBinding instanceTypeNote() {
        return instanceTypeNote;
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

    /** What is wrong with none of the fields that tell it themselves. */
    ObjectBinding<List<Problem>> problems() {
        return problems;
    }

    private String findNameProblem() {
        var typed = draft.name.get();
        if (typed.isEmpty()) {
            return "";
        }
        var broken = DeploymentName.problems(typed);
        if (!broken.isEmpty()) {
            return Messages.of("problem.remedy", broken.get(0).whatToDo());
        }
        var id = new DeploymentId(endpoint.get(), new DeploymentName(typed));
        return fleet.deployment(id).isPresent() ? Messages.of("create.deployment.taken", id.endpoint(), typed) : "";
    }

    private boolean hasImages() {
        return !fleet.runtime().engine().equals("process");
    }

    private String findEnvironmentProblem() {
        var chosen = draft.environmentProblem();
        return chosen.isEmpty()
                ? DraftField.ENVIRONMENT.problem(submission.problemsProperty().get())
                : chosen;
    }

    private String describeInstanceType() {
        var here = fleet.runtime().profiles().of(draft.instanceType());
        return Messages.of(
                switch (here.origin()) {
                    case USUAL -> "create.instance-type.known";
                    case PROFILE -> "create.instance-type.profile";
                    case FALLBACK -> "create.instance-type.unknown";
                },
                here.cores(),
                here.memoryMiB() / 1024.0);
    }

    private String describeVerb() {
        return DeploymentName.problems(draft.name.get()).isEmpty()
                ? Messages.of("create.deployment.verb.named", draft.name.get())
                : Messages.of("create.deployment.verb");
    }
}
