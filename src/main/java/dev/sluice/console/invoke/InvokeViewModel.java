package dev.sluice.console.invoke;

import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Problems;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Answer;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** A test request to the endpoint that is chosen, and its answer. For the UI thread only. */
final class InvokeViewModel {

    private final Workbench bench;
    private final InvokeTools tools;
    private final RequestForm request;
    private final FormModel form;
    private final SnippetModel snippet = new SnippetModel();
    private final LoadModel load;
    private final ShadowWatch shadow;
    private final CompareModel compare;
    private final TargetChoice target = new TargetChoice();
    private final ReadOnlyObjectWrapper<Optional<Exchange>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EndpointName>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
    private @Nullable EndpointView endpoint;
    private long turn;

    InvokeViewModel(Workbench bench, InvokeTools tools) {
        this.bench = bench;
        this.tools = tools;
        var control = bench.control();
        request = new RequestForm(tools.background(), bench.ui());
        form = new FormModel(control, bench.ui(), request);
        load = new LoadModel(control, bench.ui(), tools.delay(), tools.nanos());
        shadow = new ShadowWatch(control, bench.ui(), tools.delay());
        compare = new CompareModel(control, bench.ui(), tools.background(), bench.clock(), tools.book());
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

    ShadowWatch shadow() {
        return shadow;
    }

    CompareModel compare() {
        return compare;
    }

    RequestBook book() {
        return tools.book();
    }

    TargetChoice target() {
        return target;
    }

    /** The answer on screen. */
    ReadOnlyObjectProperty<Optional<Exchange>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    Optional<Exchange> shown() {
        return shown.get();
    }

    /** Whose requests these are. */
    ReadOnlyObjectProperty<Optional<EndpointName>> endpointProperty() {
        return open.getReadOnlyProperty();
    }

    /** What keeps the request from being sent, or why nobody answered; empty otherwise. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty sendingProperty() {
        return sending.getReadOnlyProperty();
    }

    /** The endpoint's deployments, in order of their names. */
    List<DeploymentName> deployments() {
        return endpoint == null
                ? List.of()
                : endpoint.deployments().stream()
                        .map(each -> each.spec().id().deployment())
                        .toList();
    }

    void open(EndpointName name, Optional<DeploymentName> deployment, Fleet fleet) {
        boolean other = endpoint == null || !endpoint.spec().name().equals(name);
        endpoint = fleet.endpoint(name).orElse(null);
        problem.set("");
        if (other) {
            target.choose(new Target.ByTraffic());
            forgetAnswers();
        }
        deployment.ifPresent(chosen -> target.choose(new Target.Pinned(chosen)));
        refresh();
    }

    void show(Fleet fleet) {
        if (endpoint != null) {
            endpoint = fleet.endpoint(endpoint.spec().name()).orElse(null);
            if (endpoint == null) {
                forgetAnswers();
            }
            refresh();
        }
    }

    void send() {
        if (sending.get()) {
            return;
        }
        checked().ifPresent(draft -> {
            long mine = ++turn;
            var to = here();
            sending.set(true);
            bench.control()
                    .invoke(draft.to(to))
                    .whenCompleteAsync((answer, failure) -> told(mine, to, draft, answer, failure), bench.ui());
        });
    }

    /** The request goes on; its answer will not be looked at. */
    void stopWaiting() {
        turn++;
        sending.set(false);
        problem.set(Messages.of("invoke.given-up"));
    }

    void sendMany(LoadPlan plan) {
        checked().ifPresent(draft -> load.start(draft.to(here()), plan));
    }

    void sendToBoth(DeploymentName left, DeploymentName right) {
        checked().ifPresent(draft -> compare.sendToBoth(here(), draft, left, right));
    }

    void askForForm() {
        if (endpoint != null && RequestCheck.isPath(request.pathProperty().get())) {
            form.ask(here(), target.chosen());
        }
    }

    /** Shows an earlier answer again, with the request that led to it. */
    void restore(Exchange earlier) {
        shown.set(Optional.of(earlier));
        use(earlier.draft());
        shadow.lookUp(earlier.endpoint(), earlier.answer().requestId());
    }

    /** Takes a request up again; a deployment that is gone gives way to the traffic rules. */
    void use(Draft draft) {
        request.fill(draft);
        target.chooseIfOffered(draft.target());
    }

    void keepAs(String name) {
        if (!name.isBlank()) {
            checked().ifPresent(draft -> tools.book().keep(new SavedRequest(name.strip(), here(), draft)));
        }
    }

    /** Asks first: they cannot be had back. */
    void forgetAnswers(List<Exchange> forgotten) {
        var question = new Question(
                Messages.of("invoke.history.forget.title", here()),
                Messages.of("invoke.history.forget.consequence", forgotten.size()),
                Messages.of("invoke.history.forget.verb", forgotten.size()));
        bench.dialogs().confirm(question).thenAccept(yes -> {
            if (yes) {
                tools.book().forgetAnswers(forgotten);
            }
        });
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

    void copyRequestId() {
        shown.get()
                .ifPresent(exchange -> bench.clipboard().put(exchange.answer().requestId()));
    }

    /** To the lines about the answer on screen in the log of who gave it. */
    void openLog() {
        shown.get().filter(this::hasLog).ifPresent(exchange -> {
            var by = new DeploymentName(exchange.answer().answeredBy());
            bench.jumps()
                    .toLogs(
                            new DeploymentId(exchange.endpoint(), by),
                            exchange.answer().requestId());
        });
    }

    boolean hasLog(Exchange exchange) {
        return !exchange.answer().answeredBy().isEmpty()
                && !exchange.answer().requestId().isEmpty();
    }

    private void told(long mine, EndpointName to, Draft draft, @Nullable Answer answer, @Nullable Throwable failure) {
        if (turn != mine) {
            return;
        }
        sending.set(false);
        problem.set(Problems.of(null, failure));
        if (answer != null) {
            var exchange = new Exchange(bench.clock().instant(), to, draft, answer);
            tools.book().add(exchange);
            if (open.get().filter(to::equals).isPresent()) {
                shown.set(Optional.of(exchange));
                followShadow(exchange);
            }
        }
    }

    /** Only requests that the rules route are copied, and only those that a deployment answered. */
    private void followShadow(Exchange exchange) {
        boolean mayBeCopied = endpoint != null
                && endpoint.routing().mirror() instanceof Mirror.To
                && exchange.draft().target() instanceof Target.ByTraffic
                && hasLog(exchange);
        if (mayBeCopied) {
            shadow.follow(exchange.endpoint(), exchange.answer().requestId());
        } else {
            shadow.stop();
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
            request.fileProperty().set(Optional.of(bytes.file()));
        }
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
        turn++;
        sending.set(false);
        shown.set(Optional.empty());
        load.forget();
        shadow.stop();
        compare.forget();
        form.forget();
    }

    private void refresh() {
        open.set(Optional.ofNullable(endpoint).map(view -> view.spec().name()));
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
