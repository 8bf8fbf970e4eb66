package dev.sluice.control.http;

import dev.sluice.control.Answer;
import dev.sluice.control.Fleet;
import dev.sluice.control.Inventory;
import dev.sluice.control.Invocation;
import dev.sluice.control.Job;
import dev.sluice.control.LogLine;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor;
import dev.sluice.domain.CollectedData;
import dev.sluice.domain.CollectedData.Wiped;
import dev.sluice.domain.Credentials;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EndpointName;
import dev.sluice.metrics.Agreement;
import dev.sluice.metrics.ShadowAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A runtime in another process. Stages and listeners are completed and called on one thread of its own, in the order in
 * which the runtime tells: nobody may wait there. If the runtime is gone, stages fail with a sentence that says so, and
 * what is watched goes on as soon as there is one again: pictures are shown anew, samples and entries of the journal
 * that were told before are not told again, and a log's newest lines are, after a line that says so. Safe from any
 * thread.
 */
public final class RemoteControl extends CommandingControl implements AutoCloseable {

    private final RemoteRuntime runtime;
    private final Giver giver;

    private RemoteControl(RemoteRuntime runtime, Giver giver) {
        this.runtime = runtime;
        this.giver = giver;
    }

    /** One that stays where it is. */
    public static RemoteControl at(Doorway doorway) {
        return at(() -> Optional.of(doorway));
    }

    /**
     * One that may be started anew elsewhere.
     *
     * @param where is asked, on the control's own thread, whenever the runtime cannot be reached where it was; empty if
     *     none is up
     */
    public static RemoteControl at(Supplier<Optional<Doorway>> where) {
        return new RemoteControl(new RemoteRuntime(new Link(where)), Giver.SCRIPT);
    }

    /** @param shownByThen how long an answer waits for the picture that shows what was done */
    static RemoteControl at(Supplier<Optional<Doorway>> where, Duration shownByThen) {
        return new RemoteControl(new RemoteRuntime(new Link(where), shownByThen), Giver.SCRIPT);
    }

    /** Shows the window of the runtime's process again; false if it has none that could be shown on that display. */
    public CompletionStage<Boolean> showWindow(String display) {
        return runtime.<Shown>ask(Route.Call.WINDOW, new ShowWindow(display)).thenApply(Shown::shown);
    }

    /** Ends the runtime's process in an orderly way; completes when it has been told. */
    public CompletionStage<Void> stop() {
        return runtime.tell(Route.Call.STOP);
    }

    /** What waits for an answer fails, and nothing is watched any more: here and wherever this control was handed on. */
    @Override
    public void close() {
        runtime.close();
    }

    /** The user's name does not travel; the runtime knows whom it belongs to. */
    @Override
    public RolloutControl by(Actor actor) {
        return new RemoteControl(runtime, new Giver(actor.face(), actor.reason(), giver.manners()));
    }

    @Override
    public RolloutControl because(String reason) {
        return new RemoteControl(runtime, giver.because(reason));
    }

    @Override
    public RolloutControl beyondCapacity() {
        return new RemoteControl(runtime, giver.insistingOn(Giver.Manner.BEYOND_CAPACITY));
    }

    @Override
    public RolloutControl insteadOfWhatRuns() {
        return new RemoteControl(runtime, giver.insistingOn(Giver.Manner.INSTEAD_OF_WHAT_RUNS));
    }

    @Override
    public RolloutControl besideWhatRuns() {
        return new RemoteControl(runtime, giver.insistingOn(Giver.Manner.BESIDE_WHAT_RUNS));
    }

    @Override
    CompletionStage<Outcome> give(Command command) {
        return runtime.give(giver, command);
    }

    @Override
    public CompletionStage<List<Job.Line>> jobLog(long jobId) {
        return runtime.ask(giver, new Question.JobLog(jobId));
    }

    @Override
    public CompletionStage<Void> ping() {
        return runtime.tell(Route.Call.PING);
    }

    @Override
    public CompletionStage<Inventory> assets() {
        return runtime.ask(giver, new Question.Assets());
    }

    @Override
    public CompletionStage<Credentials> credentials(EndpointName endpoint) {
        return runtime.ask(giver, new Question.CredentialsOf(endpoint));
    }

    @Override
    public CompletionStage<Answer> invoke(Invocation invocation) {
        return runtime.ask(giver, new Question.Invoke(invocation));
    }

    @Override
    public CompletionStage<Optional<ShadowAnswer>> shadowAnswer(EndpointName endpoint, String requestId) {
        return runtime.ask(giver, new Question.ShadowAnswerTo(endpoint, requestId));
    }

    @Override
    public CompletionStage<Agreement> agreement(EndpointName endpoint) {
        return runtime.ask(giver, new Question.AgreementOf(endpoint));
    }

    @Override
    public CompletionStage<CollectedData> collected(DeploymentId id) {
        return runtime.ask(giver, new Question.Collected(id));
    }

    @Override
    public CompletionStage<Wiped> wipeCollected(DeploymentId id) {
        return runtime.ask(giver, new Question.WipeCollected(id));
    }

    @Override
    public CompletionStage<List<Activity>> olderActivity(long before, int limit) {
        return runtime.ask(giver, new Question.OlderActivity(before, limit));
    }

    @Override
    public CompletionStage<Fleet> fleet() {
        return runtime.ask(Route.Call.FLEET);
    }

    @Override
    public AutoCloseable watch(Consumer<Fleet> listener) {
        return runtime.watch(new Subject.TheFleet(), listener);
    }

    @Override
    public AutoCloseable watchAssets(Consumer<Inventory> listener) {
        return runtime.watch(new Subject.TheAssets(), listener);
    }

    @Override
    public AutoCloseable watchTraffic(EndpointName endpoint, Consumer<TrafficSample> listener) {
        return runtime.watch(new Subject.Traffic(endpoint), listener);
    }

    @Override
    public AutoCloseable watchHistory(EndpointName endpoint, Consumer<TrafficSample> listener) {
        return runtime.watch(new Subject.History(endpoint), listener);
    }

    @Override
    public AutoCloseable watchActivity(int newest, Consumer<Activity> listener) {
        return runtime.watch(new Subject.TheActivity(newest), listener);
    }

    @Override
    public CompletionStage<List<LogLine>> log(DeploymentId id, int tail) {
        return runtime.ask(giver, new Question.LogTail(id, tail));
    }

    @Override
    public AutoCloseable followLog(DeploymentId id, int tail, Consumer<LogLine> line) {
        return runtime.watch(new Subject.Log(id, tail), line);
    }
}
