package dev.sluice.console.shell;

import dev.sluice.console.support.Elapsed;
import dev.sluice.console.support.JobSteps;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet;
import dev.sluice.control.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The line at the bottom: what everything runs on, and what is being done. For the UI thread only. */
final class StatusViewModel {

    /** A job in the list that opens from the line. */
    record JobRow(String title, JobSteps.Standing standing, String elapsed, String why, List<JobSteps.Step> steps) {}

    private final Clock clock;
    private final ReadOnlyStringWrapper engine = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper engineDetail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper router = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper metrics = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper newest = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<JobRow>> jobs = new ReadOnlyObjectWrapper<>(List.of());
    private List<Job> known = List.of();

    StatusViewModel(Clock clock) {
        this.clock = clock;
    }

    void show(Fleet fleet) {
        engine.set(fleet.runtime().engineTitle());
        engineDetail.set(fleet.runtime().engineDetail());
        router.set("127.0.0.1:" + fleet.runtime().routerPort());
        metrics.set("127.0.0.1:" + fleet.runtime().metricsPort() + "/metrics");
        known = fleet.jobs();
        tick();
    }

    /** Time has passed: what is under way has taken longer. */
    void tick() {
        var now = clock.instant();
        var newestFirst = known.stream()
                .sorted(Comparator.comparing(Job::isRunning)
                        .reversed()
                        .thenComparing(Comparator.comparingLong(Job::id).reversed()))
                .toList();
        jobs.set(newestFirst.stream().map(job -> row(job, now)).toList());
        var running = newestFirst.stream().filter(Job::isRunning).toList();
        busy.set(!running.isEmpty());
        newest.set(running.isEmpty() ? "" : line(running, now));
    }

    ReadOnlyStringProperty engineProperty() {
        return engine.getReadOnlyProperty();
    }

    ReadOnlyStringProperty engineDetailProperty() {
        return engineDetail.getReadOnlyProperty();
    }

    ReadOnlyStringProperty routerProperty() {
        return router.getReadOnlyProperty();
    }

    ReadOnlyStringProperty metricsProperty() {
        return metrics.getReadOnlyProperty();
    }

    /** The newest running job's step, and how many more run; empty if none does. */
    ReadOnlyStringProperty newestProperty() {
        return newest.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<JobRow>> jobsProperty() {
        return jobs.getReadOnlyProperty();
    }

    private static String line(List<Job> running, Instant now) {
        var job = running.get(0);
        var elapsed = Elapsed.text(Duration.between(job.began(), now));
        var step = job.steps().isEmpty()
                ? ""
                : JobSteps.title(job.steps().get(job.steps().size() - 1).phase());
        var text = Messages.of("status.job", title(job), step, elapsed);
        return running.size() == 1 ? text : Messages.of("status.more", text, running.size() - 1);
    }

    private static JobRow row(Job job, Instant now) {
        var result = job.result();
        var why = "";
        var standing = JobSteps.Standing.RUNNING;
        var end = now;
        if (result instanceof Job.Result.Done done) {
            standing = JobSteps.Standing.DONE;
            end = done.at();
        } else if (result instanceof Job.Result.Failed failed) {
            standing = JobSteps.Standing.FAILED;
            end = failed.at();
            why = failed.why();
        }
        return new JobRow(
                title(job),
                standing,
                Elapsed.text(Duration.between(job.began(), end)),
                why,
                job.isRunning() ? JobSteps.of(job, now) : List.of());
    }

    private static String title(Job job) {
        return switch (job.kind()) {
            case CREATE -> Messages.of("job.create", job.target());
            case UPDATE -> Messages.of("job.update", job.target());
            case SCALE -> Messages.of("job.scale", job.target());
            case DELETE -> Messages.of("job.delete", job.target());
        };
    }
}
