package dev.sluice.control;

import static java.util.stream.Collectors.joining;

import dev.sluice.assets.Onlooker;
import dev.sluice.control.Job.Line;
import dev.sluice.control.Job.Result;
import dev.sluice.control.Job.Step;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.ByteSize;
import dev.sluice.domain.Extent;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One registration, on which the thread that copies its files and the runtime's own meet. Safe from any thread. */
final class Taking implements Onlooker {

    private static final int LINES_KEPT = 500;

    private final long id;
    private final AssetDefinition definition;
    private final Clock clock;
    private final Instant begun;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final Deque<Line> log = new ArrayDeque<>();
    private @Nullable Instant checking;
    private @Nullable Instant copying;
    private Extent all = Extent.NOTHING;
    private Extent copied = Extent.NOTHING;
    private boolean unwanted;
    private boolean isHopeless;
    private Result result = new Result.Running();

    Taking(long id, AssetDefinition definition, Clock clock) {
        this.id = id;
        this.definition = definition;
        this.clock = clock;
        this.begun = clock.instant();
    }

    long id() {
        return id;
    }

    AssetDefinition definition() {
        return definition;
    }

    /** What comes of it, once it has ended. */
    CompletionStage<Outcome> outcome() {
        return outcome;
    }

    /** The copy stops as soon as it looks. */
    synchronized void unwant() {
        unwanted = true;
    }

    synchronized boolean isWanted() {
        return !unwanted;
    }

    /** Whether no thread has had the time for it yet. */
    synchronized boolean isWaiting() {
        return checking == null;
    }

    synchronized boolean isRunning() {
        return result instanceof Result.Running;
    }

    /** Whether it has failed in a way that need not be so the next time. */
    synchronized boolean mayPass() {
        return result instanceof Result.Failed && !isHopeless;
    }

    /** It has come to its end; of two only the first counts. */
    void end(Outcome told) {
        end(resultOf(told), isHopeless(told));
        outcome.complete(told);
    }

    /** It has failed as nobody foresaw. */
    void fail(Throwable why) {
        end(new Result.Failed(clock.instant(), Reason.of(why)), false);
        outcome.completeExceptionally(why);
    }

    private synchronized void end(Result how, boolean hopeless) {
        if (isRunning()) {
            result = how;
            isHopeless = hopeless;
        }
    }

    /** What a version stands for never changes: the same files are refused once more. */
    private static boolean isHopeless(Outcome told) {
        return told instanceof Outcome.Refused refused
                && refused.problems().stream().anyMatch(problem -> problem.code() == Problem.Code.ALREADY_EXISTS);
    }

    private Result resultOf(Outcome told) {
        if (!(told instanceof Outcome.Refused refused)) {
            return new Result.Done(clock.instant());
        }
        return isWanted()
                ? new Result.Failed(
                        clock.instant(),
                        refused.problems().stream().map(Problem::told).collect(joining(" ")))
                : new Result.Cancelled(clock.instant());
    }

    @Override
    public synchronized void mayGoOn() {
        if (unwanted) {
            throw new CancellationException("nobody wants it any more");
        }
        if (checking == null) {
            checking = clock.instant();
        }
    }

    @Override
    public synchronized void found(Extent extent) {
        all = extent;
        tell(
                Phase.CHECK,
                (extent.files() == 1 ? "1 file, " : extent.files() + " files, ")
                        + ByteSize.of(extent.bytes()).text());
        copying = clock.instant();
    }

    @Override
    public synchronized void copied(long bytes) {
        copied = copied.plus(bytes);
    }

    @Override
    public synchronized void whole(String file, long bytes) {
        copied = copied.plusFile();
        tell(Phase.UNPACK, file + "  " + ByteSize.of(bytes).text());
    }

    private void tell(Phase phase, String text) {
        log.addLast(new Line(clock.instant(), phase, text));
        if (log.size() > LINES_KEPT) {
            log.removeFirst();
        }
    }

    synchronized List<Line> log() {
        return List.copyOf(log);
    }

    synchronized Registering seen() {
        return new Registering(
                id,
                definition.kind(),
                definition.version().isEmpty() ? definition.name() : definition.name() + ":" + definition.version(),
                begun,
                result,
                steps(),
                copied,
                all,
                isRunning() && !unwanted,
                false);
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        if (checking != null) {
            steps.add(step(Phase.CHECK, checking, copying == null ? endOrNow() : copying));
        }
        if (copying != null) {
            steps.add(step(Phase.UNPACK, copying, endOrNow()));
        }
        return steps;
    }

    private Step step(Phase phase, Instant from, Instant to) {
        var last = log.stream()
                .filter(line -> line.phase() == phase)
                .reduce((earlier, later) -> later)
                .map(Line::text)
                .orElse("");
        return new Step(phase, Duration.between(from, to), last);
    }

    private Instant endOrNow() {
        return result.end().orElseGet(clock::instant);
    }
}
