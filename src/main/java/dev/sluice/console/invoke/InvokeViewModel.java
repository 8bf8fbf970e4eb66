package dev.sluice.console.invoke;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableObjectValue;
import org.jspecify.annotations.Nullable;

/** A test request to the endpoint that is chosen, and its answer. For the UI thread only. */
final class InvokeViewModel {

    private final Workbench bench;
    private final InvokeTools tools;
    private final RequestForm request;
    private final FormModel form;
    private final SnippetModel snippet = new SnippetModel();
    private final LoadModel load;
    private final AnswerModel answer;
    private final CompareModel compare;
    private final HistoryModel history;
    private final TargetChoice target = new TargetChoice();
    private final ReadOnlyObjectWrapper<Optional<EndpointName>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper answerable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper mirrored = new ReadOnlyBooleanWrapper();
    private final ObjectBinding<Silence> silence;
    private final BooleanBinding silent;
    private @Nullable EndpointView endpoint;
    private Optional<DeploymentName> chosen = Optional.empty();

    InvokeViewModel(Workbench bench, InvokeTools tools) {
        this.bench = bench;
        this.tools = tools;
        var control = bench.control();
        request = new RequestForm(tools.background(), bench.ui());
        form = new FormModel(control, bench.ui(), request);
        load = new LoadModel(bench, tools.delay(), tools.nanos());
        answer = new AnswerModel(bench, tools, problem::set);
        compare = new CompareModel(control, bench.ui(), tools.background(), bench.clock(), tools.book());
        history = new HistoryModel(bench, tools.book(), request, target, answer);
        silence = Bindings.createObjectBinding(this::silence, answerable, answer.sendingProperty());
        silent = Bindings.createBooleanBinding(
                () -> !answerable.get() || answer.shown().isEmpty(), answerable, answer.shownProperty());
        request.onChange(this::describe);
        target.chosenProperty().addListener((o, before, after) -> {
            form.forget();
            describe();
        });
    }

    RequestForm request() {
        return request;
    }

    FormModel form() {
        return form;
    }

    SnippetModel snippet() {
        return snippet;
    }

    LoadModel load() {
        return load;
    }

    AnswerModel answer() {
        return answer;
    }

    CompareModel compare() {
        return compare;
    }

    HistoryModel history() {
        return history;
    }

    TargetChoice target() {
        return target;
    }

    /** Whose requests these are. */
    ReadOnlyObjectProperty<Optional<EndpointName>> endpointProperty() {
        return open.getReadOnlyProperty();
    }

    /** What keeps the request from being sent, or why nobody answered; empty otherwise. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether there is a deployment that could be asked. */
    ReadOnlyBooleanProperty answerableProperty() {
        return answerable.getReadOnlyProperty();
    }

    /** Whether the endpoint has a shadow that requests are copied to. */
    ReadOnlyBooleanProperty mirroredProperty() {
        return mirrored.getReadOnlyProperty();
    }

    /** Whether that is said: while there is no answer, and beside an earlier one while there is nobody to answer. */
    ObservableBooleanValue silentProperty() {
        return silent;
    }

    /** Why there is no answer. */
    ObservableObjectValue<Silence> silenceProperty() {
        return silence;
    }

    private Silence silence() {
        if (!answerable.get()) {
            return Silence.NOBODY;
        }
        return answer.sendingProperty().get() ? Silence.WAITING : Silence.NOTHING_SENT;
    }

    /** The endpoint's deployments, in order of their names. */
    List<DeploymentName> deployments() {
        return endpoint == null
                ? List.of()
                : endpoint.deployments().stream()
                        .map(each -> each.spec().id().deployment())
                        .toList();
    }

    /** A deployment that is newly chosen is asked first; what the user wants then holds until another one is chosen. */
    void open(EndpointName name, Optional<DeploymentName> deployment, Fleet fleet) {
        boolean isOther = open.get().filter(name::equals).isEmpty();
        endpoint = fleet.endpoint(name).orElse(null);
        problem.set("");
        if (isOther) {
            target.choose(new Target.ByTraffic());
            forgetAnswers();
        }
        if (isOther || !deployment.equals(chosen)) {
            deployment.ifPresent(pinned -> target.choose(new Target.Pinned(pinned)));
        }
        chosen = deployment;
        load.keepOnly(fleet);
        refresh();
    }

    void show(Fleet fleet) {
        if (endpoint != null) {
            endpoint = fleet.endpoint(endpoint.spec().name()).orElse(null);
            if (endpoint == null) {
                forgetAnswers();
            }
            load.keepOnly(fleet);
            refresh();
        }
    }

    /** Another page is looked at. */
    void leave() {
        load.lookAway();
    }

    void send() {
        if (!answer.sendingProperty().get() && endpoint != null) {
            var to = endpoint;
            sendable().ifPresent(draft -> answer.send(to, draft));
        }
    }

    void createDeployment() {
        bench.jumps().toFirstDeployment();
    }

    void stopWaiting() {
        answer.stopWaiting();
        problem.set(Messages.of("invoke.given-up"));
    }

    void sendMany(LoadPlan plan) {
        sendable().ifPresent(draft -> load.start(draft.to(here()), plan));
    }

    void sendToBoth(DeploymentName left, DeploymentName right) {
        checked().ifPresent(draft -> compare.sendToBoth(here(), draft, left, right));
    }

    void askForForm() {
        if (endpoint != null && RequestCheck.isPath(request.pathProperty().get())) {
            form.ask(here(), target.chosen());
        }
    }

    void keepAs(String name) {
        if (!name.isBlank()) {
            checked().ifPresent(draft -> tools.book().keep(new SavedRequest(name.strip(), here(), draft)));
        }
    }

    /** Takes the body from a file, as text to be edited or as it is; it is read in the background. */
    void loadBody(Path file) {
        tools.background().execute(() -> {
            var read = BodyFile.read(file);
            bench.ui().execute(() -> take(read));
        });
    }

    /** The request in the language that is chosen, all of it. */
    void copySnippet() {
        bench.clipboard().put(snippet.whole());
    }

    /** The endpoint's key or token, which is not shown. */
    void copyKey() {
        if (endpoint != null) {
            new Copying(bench.control(), bench.ui(), bench.clipboard()).key(here(), problem::set);
        }
    }

    private void take(BodyFile read) {
        if (read instanceof BodyFile.Unusable unusable) {
            problem.set(unusable.problem());
            return;
        }
        problem.set("");
        if (read instanceof BodyFile.Text text) {
            request.takeText(text.text(), text.contentType());
        } else if (read instanceof BodyFile.Bytes bytes) {
            request.takeFile(bytes.file(), bytes.contentType());
        }
    }

    /** The request, if there is somebody to send it to; the keys send it too, while no button does. */
    private Optional<Draft> sendable() {
        return answerable.get() ? checked() : Optional.empty();
    }

    /** The request, if it can be sent; otherwise the problem says what is wrong. */
    private Optional<Draft> checked() {
        if (endpoint == null) {
            return Optional.empty();
        }
        var path = request.pathProperty().get();
        if (!RequestCheck.isPath(path.strip())) {
            problem.set(Messages.of("invoke.bad.path", path));
            return Optional.empty();
        }
        var draft = request.draft(target.chosen());
        problem.set(String.join("\n", RequestCheck.problems(draft)));
        return problem.get().isEmpty() ? Optional.of(draft) : Optional.empty();
    }

    private EndpointName here() {
        if (endpoint == null) {
            throw new IllegalStateException("no endpoint is open");
        }
        return endpoint.spec().name();
    }

    private void forgetAnswers() {
        answer.forget();
        compare.forget();
        form.forget();
    }

    private void refresh() {
        open.set(Optional.ofNullable(endpoint).map(view -> view.spec().name()));
        load.show(open.get());
        answerable.set(!deployments().isEmpty());
        mirrored.set(endpoint != null && endpoint.routing().mirror() instanceof Mirror.To);
        target.offer(deployments());
        describe();
    }

    private void describe() {
        if (endpoint == null
                || !RequestCheck.isPath(request.pathProperty().get().strip())) {
            snippet.forget();
        } else {
            snippet.describe(here(), endpoint.address(), request.draft(target.chosen()));
        }
    }
}
