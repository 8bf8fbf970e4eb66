package dev.sluice.console.invoke;

import dev.sluice.console.support.Clipboard;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Problems;
import dev.sluice.control.Answer;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Invocation;
import dev.sluice.control.Invocation.Target;
import dev.sluice.control.RolloutControl;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A test request, its answer, and those of the session so far. For the UI thread only. */
final class InvokeViewModel {

    static final int MOST_REMEMBERED = 50;
    static final long LARGEST_FILE = 5_000_000;

    private static final String SAMPLE_BODY = """
            {
              "data": [
                [61.0, 1.0, 25.8, 90.0, 280.0,
                 195.4, 55.0, 5.0, 4.9972, 90.0]
              ]
            }""";

    private final RolloutControl control;
    private final Executor ui;
    private final Clock clock;
    private final Clipboard clipboard;
    private final Burst burst;
    private final StringProperty body = new SimpleStringProperty(SAMPLE_BODY);
    private final StringProperty contentType = new SimpleStringProperty("application/json");
    private final ReadOnlyObjectWrapper<Target> target = new ReadOnlyObjectWrapper<>(new Target.ByTraffic());
    private final ReadOnlyObjectWrapper<List<Target>> targets = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Exchange> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper curl = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
    private final ObservableList<Exchange> history = FXCollections.observableArrayList();
    private @Nullable EndpointView endpoint;

    InvokeViewModel(RolloutControl control, Executor ui, Clock clock, Clipboard clipboard) {
        this.control = control;
        this.ui = ui;
        this.clock = clock;
        this.clipboard = clipboard;
        burst = new Burst(control, ui);
        body.addListener((o, before, after) -> describe());
        contentType.addListener((o, before, after) -> describe());
        target.addListener((o, before, after) -> describe());
    }

    Burst burst() {
        return burst;
    }

    StringProperty bodyProperty() {
        return body;
    }

    StringProperty contentTypeProperty() {
        return contentType;
    }

    ReadOnlyObjectProperty<Target> targetProperty() {
        return target.getReadOnlyProperty();
    }

    /** Who can be asked: the traffic rules first, then each deployment. */
    ReadOnlyObjectProperty<List<Target>> targetsProperty() {
        return targets.getReadOnlyProperty();
    }

    /** The answer on screen; holds null before the first. */
    ReadOnlyObjectProperty<@Nullable Exchange> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The same request for a shell, without the key. */
    ReadOnlyStringProperty curlProperty() {
        return curl.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty sendingProperty() {
        return sending.getReadOnlyProperty();
    }

    /** Newest first, at most {@value #MOST_REMEMBERED}. */
    ObservableList<Exchange> history() {
        return history;
    }

    void open(EndpointName name, Optional<DeploymentName> deployment, Fleet fleet) {
        boolean other = endpoint == null || !endpoint.spec().name().equals(name);
        endpoint = fleet.endpoint(name).orElse(null);
        problem.set("");
        if (other) {
            target.set(new Target.ByTraffic());
            shown.set(null);
            burst.forget();
        }
        deployment.ifPresent(chosen -> target.set(new Target.Pinned(chosen)));
        refresh();
    }

    void show(Fleet fleet) {
        if (endpoint != null) {
            endpoint = fleet.endpoint(endpoint.spec().name()).orElse(null);
            refresh();
            if (endpoint == null) {
                burst.forget();
            }
        }
    }

    void setTarget(Target chosen) {
        target.set(chosen);
    }

    void send() {
        if (endpoint == null || sending.get()) {
            return;
        }
        var invocation = invocation(endpoint);
        sending.set(true);
        problem.set("");
        control.invoke(invocation).whenCompleteAsync((answer, failure) -> told(invocation, answer, failure), ui);
    }

    void sendMany(int times) {
        if (endpoint != null) {
            burst.start(invocation(endpoint), times);
        }
    }

    /** Shows an earlier answer again, with the request that led to it. */
    void restore(Exchange earlier) {
        shown.set(earlier);
        target.set(earlier.invocation().target());
        contentType.set(earlier.invocation().contentType());
        body.set(new String(earlier.invocation().body(), StandardCharsets.UTF_8));
    }

    /** Takes the body from a text file, read on the caller's thread: at most {@value #LARGEST_FILE} bytes. */
    void loadBody(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                problem.set(Messages.of("invoke.file.too-large", file.getFileName()));
                return;
            }
            body.set(Files.readString(file));
            problem.set("");
        } catch (IOException e) {
            problem.set(Messages.of("invoke.file.unreadable", file, Problems.reason(e)));
        }
    }

    /** Puts the shell line on the clipboard, with the real key. */
    void copyCurl() {
        if (endpoint != null) {
            var line = curlLine(endpoint);
            control.credentials(endpoint.spec().name())
                    .thenAcceptAsync(
                            credentials -> clipboard.put(
                                    line.revealed(credentials.bearer().reveal())),
                            ui)
                    .exceptionally(failure -> {
                        ui.execute(() -> problem.set(Problems.of(null, failure)));
                        return null;
                    });
        }
    }

    /** The endpoint whose requests these are; only asked while there is one. */
    EndpointName endpoint() {
        if (endpoint == null) {
            throw new IllegalStateException("no endpoint is open");
        }
        return endpoint.spec().name();
    }

    private void told(Invocation invocation, @Nullable Answer answer, @Nullable Throwable failure) {
        sending.set(false);
        problem.set(Problems.of(null, failure));
        if (answer != null) {
            var exchange = new Exchange(clock.instant(), invocation, answer);
            shown.set(exchange);
            history.add(0, exchange);
            if (history.size() > MOST_REMEMBERED) {
                history.remove(MOST_REMEMBERED);
            }
        }
    }

    private void refresh() {
        var choices = new ArrayList<Target>();
        choices.add(new Target.ByTraffic());
        if (endpoint != null) {
            endpoint.deployments()
                    .forEach(each ->
                            choices.add(new Target.Pinned(each.spec().id().deployment())));
        }
        targets.set(List.copyOf(choices));
        if (!choices.contains(target.get())) {
            target.set(choices.get(0));
        }
        describe();
    }

    private void describe() {
        curl.set(endpoint == null ? "" : curlLine(endpoint).masked());
    }

    private Invocation invocation(EndpointView to) {
        return new Invocation(
                to.spec().name(), target.get(), contentType.get(), body.get().getBytes(StandardCharsets.UTF_8));
    }

    private CurlLine curlLine(EndpointView to) {
        return new CurlLine(to.scoringUri(), target.get(), contentType.get(), body.get());
    }
}
