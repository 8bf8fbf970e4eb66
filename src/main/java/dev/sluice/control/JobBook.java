package dev.sluice.control;

import dev.sluice.control.Job.Cancelling;
import dev.sluice.control.Job.Kind;
import dev.sluice.control.Job.Line;
import dev.sluice.control.Job.Result;
import dev.sluice.control.Job.Step;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Phase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The jobs that run, at most one a deployment, and the newest that ended. For the runtime's thread only. */
final class JobBook {

    private static final int KEPT = 50;
    private static final int LINES_KEPT = 500;

    /** One job being written: a step's begin is known, its duration follows from the next one's. */
    private static final class Entry {
        private final long id;
        private final Kind kind;
        private final DeploymentId target;
        private final Instant began;
        private final List<Phase> phases = new ArrayList<>();
        private final List<Instant> begins = new ArrayList<>();
        private final List<String> lastLines = new ArrayList<>();
        private final Deque<Line> log = new ArrayDeque<>();
        private final Cancelling cancelling;
        private Result result = new Result.Running();

        private Entry(long id, Kind kind, DeploymentId target, Instant began, Cancelling cancelling) {
            this.id = id;
            this.kind = kind;
            this.target = target;
            this.began = began;
            this.cancelling = cancelling;
        }

        private Job seenAt(Instant now) {
            var steps = new ArrayList<Step>();
            for (int i = 0; i < phases.size(); i++) {
                var end = i + 1 < begins.size() ? begins.get(i + 1) : endedOr(now);
                steps.add(new Step(phases.get(i), Duration.between(begins.get(i), end), lastLines.get(i)));
            }
            var undoing = result instanceof Result.Running ? cancelling : new Cancelling.Impossible();
            return new Job(id, kind, target, began, result, steps, undoing, false);
        }

        private Instant endedOr(Instant now) {
            return result.end().orElse(now);
        }

        private void told(Line line) {
            log.addLast(line);
            if (log.size() > LINES_KEPT) {
                log.removeFirst();
            }
        }
    }

    private final Clock clock;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long nextId = 1;

    JobBook(Clock clock) {
        this.clock = clock;
    }

    /** A number that no job has, for what else is done and can be taken back. */
    long nextId() {
        return nextId++;
    }

    /** A job whose kind tells what cancelling it does. */
    void begin(Kind kind, DeploymentId target) {
        begin(kind, target, Cancelling.of(kind));
    }

    void begin(Kind kind, DeploymentId target, Cancelling cancelling) {
        entryOf(target)
                .ifPresent(earlier -> earlier.result = new Result.Failed(clock.instant(), "ended by a later command"));
        entries.addFirst(new Entry(nextId(), kind, target, clock.instant(), cancelling));
        forgetOldest();
    }

    /** What cancelling the job did while it ran. */
    Cancelling undoing(long id) {
        return entries.stream()
                .filter(entry -> entry.id == id)
                .findFirst()
                .map(entry -> entry.cancelling)
                .orElse(new Cancelling.Impossible());
    }

    /** Only of those that have ended: a job that runs is told of until it ends, however many came after it. */
    private void forgetOldest() {
        int surplus = entries.size() - KEPT;
        for (var oldest = entries.descendingIterator(); surplus > 0 && oldest.hasNext(); ) {
            if (!(oldest.next().result instanceof Result.Running)) {
                oldest.remove();
                surplus--;
            }
        }
    }

    /**
     * The target's running job has come to {@code phase}, if it is about that; a phase that it has passed already is not gone
     * back to.
     */
    void phase(DeploymentId target, Phase phase) {
        entryOf(target)
                .filter(entry -> entry.kind.includes(phase))
                .filter(entry -> entry.phases.isEmpty()
                        || entry.phases.get(entry.phases.size() - 1).compareTo(phase) < 0)
                .ifPresent(entry -> {
                    entry.phases.add(phase);
                    entry.begins.add(clock.instant());
                    entry.lastLines.add("");
                });
    }

    void line(DeploymentId target, String line) {
        entryOf(target).filter(entry -> !entry.lastLines.isEmpty()).ifPresent(entry -> {
            int last = entry.phases.size() - 1;
            entry.lastLines.set(last, line);
            entry.told(new Line(clock.instant(), entry.phases.get(last), line));
        });
    }

    void done(DeploymentId target) {
        entryOf(target).ifPresent(entry -> entry.result = new Result.Done(clock.instant()));
    }

    void failed(DeploymentId target, String why) {
        entryOf(target).ifPresent(entry -> entry.result = new Result.Failed(clock.instant(), why));
    }

    /** The user has taken the job back, whatever the commands that do so have made of it. */
    void cancelled(long id) {
        entry(id).ifPresent(entry -> entry.result = new Result.Cancelled(clock.instant()));
    }

    Optional<Job> find(long id) {
        return entry(id).map(entry -> entry.seenAt(clock.instant()));
    }

    /** The newest lines that the job has told, oldest first; none of a job that is not known any more. */
    List<Line> log(long id) {
        return entry(id).map(entry -> List.copyOf(entry.log)).orElse(List.of());
    }

    boolean isRunning(DeploymentId target) {
        return entryOf(target).isPresent();
    }

    /** The job that is under way on it. */
    Optional<Job> running(DeploymentId target) {
        return entryOf(target).map(entry -> entry.seenAt(clock.instant()));
    }

    /** A job that is under way on another deployment of the same endpoint. */
    Optional<Job> runningBeside(DeploymentId target) {
        return entries.stream()
                .filter(entry -> entry.target.endpoint().equals(target.endpoint()))
                .filter(entry -> !entry.target.equals(target) && entry.result instanceof Result.Running)
                .findFirst()
                .map(entry -> entry.seenAt(clock.instant()));
    }

    /** The phase that the target's running job is in. */
    Optional<Phase> phaseOf(DeploymentId target) {
        return entryOf(target)
                .filter(entry -> !entry.phases.isEmpty())
                .map(entry -> entry.phases.get(entry.phases.size() - 1));
    }

    /** Newest first. */
    List<Job> jobs() {
        var now = clock.instant();
        return entries.stream().map(entry -> entry.seenAt(now)).toList();
    }

    private Optional<Entry> entry(long id) {
        return entries.stream().filter(entry -> entry.id == id).findFirst();
    }

    private Optional<Entry> entryOf(DeploymentId target) {
        return entries.stream()
                .filter(entry -> entry.target.equals(target) && entry.result instanceof Result.Running)
                .findFirst();
    }
}
