package dev.sluice.console.invoke;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableObjectValue;

/** A test request to the endpoint that is chosen, and its answer. For the UI thread only. */
final class InvokeViewModel {

    private final Workbench bench;
    private final InvokeTools tools;
    private final OpenEndpoint endpoint = new OpenEndpoint();
    private final RequestForm request;
    private final BodyFromFile bodyFromFile;
    private final FormModel form;
    private final SnippetModel snippet = new SnippetModel();
    private final LoadModel load;
    private final AnswerModel answer;
    private final CompareModel compare;
    private final HistoryModel history;
    private final TargetChoice target = new TargetChoice();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObjectBinding<Silence> silence;
    private final BooleanBinding silent;
    private Optional<DeploymentName> chosen = Optional.empty();

    InvokeViewModel(Workbench bench, InvokeTools tools) {
        this.bench = bench;
        this.tools = tools;
        var control = bench.control();
        request = new RequestForm(tools.background(), bench.ui());
        bodyFromFile = new BodyFromFile(request, tools.background(), bench.ui(), problem::set);
        form = new FormModel(control, bench.ui(), request);
        load = new LoadModel(bench, tools.delay(), tools.nanos());
        answer = new AnswerModel(bench, tools, problem::set);
        compare = new CompareModel(control, bench.ui(), tools.background(), bench.clock(), tools.book());
        history = new HistoryModel(bench, tools.book(), request, target, answer);
        silence = Bindings.createObjectBinding(this::silence, endpoint.answerableProperty(), answer.sendingProperty());
        silent = Bindings.createBooleanBinding(
                () -> !isAnswerable() || answer.shown().isEmpty(),
                endpoint.answerableProperty(),
                answer.shownProperty());
        request.onChange(this::describe);
        target.chosenProperty().addListener((o, before, after) -> {
            form.forget();
            describe();
        });
    }

    /** Whose requests these are. */
    OpenEndpoint endpoint() {
        return endpoint;
    }

    BodyFromFile bodyFromFile() {
        return bodyFromFile;
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

    /** What keeps the request from being sent, or why nobody answered; empty otherwise. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
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
        if (!isAnswerable()) {
            return Silence.NOBODY;
        }
        return answer.sendingProperty().get() ? Silence.WAITING : Silence.NOTHING_SENT;
    }

    private boolean isAnswerable() {
        return endpoint.answerableProperty().get();
    }

    /** A deployment that is newly chosen is asked first; what the user wants then holds until another one is chosen. */
    void open(EndpointName name, Optional<DeploymentName> deployment, Fleet fleet) {
        boolean isOther = endpoint.name().filter(name::equals).isEmpty();
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
        endpoint.open(name, fleet);
        refresh();
    }

    void show(Fleet fleet) {
        if (endpoint.name().isPresent()) {
            if (!endpoint.isIn(fleet)) {
                forgetAnswers();
            }
            load.keepOnly(fleet);
            endpoint.show(fleet);
            refresh();
        }
    }

    /** Another page is looked at. */
    void leave() {
        load.lookAway();
    }

    void send() {
        if (!answer.sendingProperty().get()) {
            endpoint.view().ifPresent(to -> sendable().ifPresent(draft -> answer.send(to, draft)));
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
        if (RequestCheck.isPath(request.pathProperty().get())) {
            endpoint.name().ifPresent(to -> form.ask(to, target.chosen()));
        }
    }

    void keepAs(String name) {
        if (!name.isBlank()) {
            checked().ifPresent(draft -> history.keep(new SavedRequest(name.strip(), here(), draft)));
        }
    }

    /** The request in the language that is chosen, all of it. */
    void copySnippet() {
        bench.clipboard().put(snippet.whole());
    }

    /** The endpoint's key or token, which is not shown. */
    void copyKey() {
        var copying = new Copying(bench.control(), bench.ui(), bench.clipboard());
        endpoint.name().ifPresent(of -> copying.key(of, problem::set));
    }

    /** The request, if there is somebody to send it to; the keys send it too, while no button does. */
    private Optional<Draft> sendable() {
        return isAnswerable() ? checked() : Optional.empty();
    }

    /** The request, if it can be sent; otherwise the problem says what is wrong. */
    private Optional<Draft> checked() {
        if (endpoint.name().isEmpty()) {
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
        return endpoint.name().orElseThrow(() -> new IllegalStateException("no endpoint is open"));
    }

    private void forgetAnswers() {
        answer.forget();
        compare.forget();
        form.forget();
    }

    private void refresh() {
        load.show(endpoint.name());
        target.offer(endpoint.deployments());
        describe();
    }

    private void describe() {
        boolean isPath = RequestCheck.isPath(request.pathProperty().get().strip());
        endpoint.view()
                .filter(to -> isPath)
                .ifPresentOrElse(
                        to -> snippet.describe(to.spec().name(), to.address(), request.draft(target.chosen())),
                        snippet::forget);
    }
}
