package dev.sluice.console.invoke;

import dev.sluice.console.support.Problems;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Answer;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Invocation.Target;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Mirror;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Sends one request at a time and has the answer on screen: the newest, or an earlier one. For the UI thread only. */
final class AnswerModel {

    private final Workbench bench;
    private final RequestBook book;
    private final ShadowWatch shadow;
    private final Consumer<String> problem;
    private final ReadOnlyObjectWrapper<Optional<Exchange>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
    private long turn;

    /** @param problem is told why nobody answered; nothing if someone did */
    AnswerModel(Workbench bench, InvokeTools tools, Consumer<String> problem) {
        this.bench = bench;
        this.book = tools.book();
        this.problem = problem;
        shadow = new ShadowWatch(bench.control(), bench.ui(), tools.delay());
    }

    /** The answer on screen. */
    ReadOnlyObjectProperty<Optional<Exchange>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    Optional<Exchange> shown() {
        return shown.get();
    }

    /** What the shadow said to the same request. */
    ShadowWatch shadow() {
        return shadow;
    }

    ReadOnlyBooleanProperty sendingProperty() {
        return sending.getReadOnlyProperty();
    }

    void send(EndpointView endpoint, Draft draft) {
        long mine = ++turn;
        sending.set(true);
        bench.control()
                .invoke(draft.to(endpoint.spec().name()))
                .whenCompleteAsync(
                        (answer, failure) -> {
                            if (turn == mine) {
                                told(endpoint, draft, answer, failure);
                            }
                        },
                        bench.ui());
    }

    /** The request goes on; its answer will not be looked at. */
    void stopWaiting() {
        turn++;
        sending.set(false);
    }

    void show(Exchange earlier) {
        shown.set(Optional.of(earlier));
        shadow.lookUp(earlier.endpoint(), earlier.answer().requestId());
    }

    void forget() {
        stopWaiting();
        shown.set(Optional.empty());
        shadow.stop();
    }

    void copyRequestId() {
        shown.get()
                .ifPresent(exchange -> bench.clipboard().put(exchange.answer().requestId()));
    }

    /** To the lines about the answer on screen in the log of who gave it. */
    void openLog() {
        shown.get().filter(AnswerModel::hasLog).ifPresent(exchange -> {
            var by = new DeploymentName(exchange.answer().answeredBy());
            bench.jumps()
                    .toLogs(
                            new DeploymentId(exchange.endpoint(), by),
                            exchange.answer().requestId());
        });
    }

    /** To the lines about one of two answers that are compared. */
    void openLog(EndpointName endpoint, Side side) {
        bench.jumps().toLogs(new DeploymentId(endpoint, new DeploymentName(side.by())), side.requestId());
    }

    static boolean hasLog(Exchange exchange) {
        return !exchange.answer().answeredBy().isEmpty()
                && !exchange.answer().requestId().isEmpty();
    }

    private void told(EndpointView endpoint, Draft draft, @Nullable Answer answer, @Nullable Throwable failure) {
        sending.set(false);
        problem.accept(Problems.of(null, failure));
        if (answer != null) {
            var exchange = new Exchange(bench.clock().instant(), endpoint.spec().name(), draft, answer);
            book.add(exchange);
            shown.set(Optional.of(exchange));
            followShadow(endpoint.routing().mirror(), exchange);
        }
    }

    /** Only requests that the rules route are copied, and only those that a deployment answered. */
    private void followShadow(Mirror mirror, Exchange exchange) {
        boolean mayBeCopied = mirror instanceof Mirror.To
                && exchange.draft().target() instanceof Target.ByTraffic
                && hasLog(exchange);
        if (mayBeCopied) {
            shadow.follow(exchange.endpoint(), exchange.answer().requestId());
        } else {
            shadow.stop();
        }
    }
}
