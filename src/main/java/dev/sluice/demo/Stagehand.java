package dev.sluice.demo;

import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Problem;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Gives the demo's commands and waits for what must come of them. For the demo's thread. */
public final class Stagehand implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOOK_AGAIN_MILLIS = 50;

    /** Before the runtime has shown its first picture. */
    private static final Fleet UNKNOWN = new Fleet(0, new Fleet.Runtime("", "", "", 0, 0), List.of(), List.of());

    private final RolloutControl control;
    private final HttpClient client;
    private final Duration pause;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final AutoCloseable watch;
    private volatile Fleet fleet = UNKNOWN;

    /** @param pause how long an onlooker gets to see what a step has brought; zero in a terminal */
    public Stagehand(RolloutControl control, HttpClient client, Duration pause) {
        this.control = control;
        this.client = client;
        this.pause = pause;
        this.watch = control.watch(this::look);
    }

    private void look(Fleet newer) {
        lock.lock();
        try {
            fleet = newer;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    RolloutControl control() {
        return control;
    }

    Fleet fleet() {
        return fleet;
    }

    /** What there is, waited for if nothing is known yet. */
    Fleet known() {
        until("the runtime's picture", () -> fleet != UNKNOWN);
        return fleet;
    }

    EndpointView endpoint(EndpointName name) {
        return fleet.endpoint(name).orElseThrow(() -> new DemoFailed("endpoint " + name + " is gone"));
    }

    String scoringUri(EndpointName name) {
        until("the endpoint", () -> fleet.endpoint(name).isPresent());
        return endpoint(name).scoringUri();
    }

    String metricsUri() {
        return "http://127.0.0.1:" + fleet.runtime().metricsPort() + "/metrics";
    }

    Load load(EndpointName name, String body) {
        var bearer = await(control.credentials(name)).bearer();
        return new Load(client, URI.create(scoringUri(name)), bearer.reveal(), body);
    }

    /** Waits until the command is accepted. */
    void applied(CompletionStage<Outcome> command) {
        if (await(command) instanceof Outcome.Refused refused) {
            throw new DemoFailed("refused: "
                    + refused.problems().stream().map(Problem::sentence).collect(Collectors.joining("; ")));
        }
    }

    <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new DemoFailed("the runtime did not answer: " + e, e);
        }
    }

    /** Waits until {@code fact} is so; looked at with each news of the fleet, and now and then. */
    void until(String what, BooleanSupplier fact) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        lock.lock();
        try {
            while (!fact.getAsBoolean()) {
                if (cancelled.getCount() == 0 || System.nanoTime() > deadline) {
                    throw new DemoFailed("waited in vain for " + what);
                }
                news.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted while waiting for " + what, e);
        } finally {
            lock.unlock();
        }
    }

    /** Waits as long as {@code fact} is so, however long that is, or until the demo is cancelled. */
    void whileThere(BooleanSupplier fact) {
        lock.lock();
        try {
            while (cancelled.getCount() > 0 && fact.getAsBoolean()) {
                news.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Turns the load's page and waits until each of its requests has had its answer. */
    Account settled(Load load) {
        var page = load.turnPage();
        until("the last answers", page::isSettled);
        return page;
    }

    void holds(boolean claim, String text) {
        if (!claim) {
            throw new DemoFailed("expected: " + text);
        }
    }

    /** Lets the onlooker look; ends early when the demo is cancelled. */
    void pause() {
        try {
            if (cancelled.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DemoFailed("cancelled");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("cancelled", e);
        }
    }

    /** Ends the demo's waiting, from any thread. */
    public void cancel() {
        cancelled.countDown();
        look(fleet);
    }

    @Override
    public void close() {
        try {
            watch.close();
        } catch (Exception e) {
            throw new IllegalStateException("the watch cannot be closed", e);
        }
    }
}
