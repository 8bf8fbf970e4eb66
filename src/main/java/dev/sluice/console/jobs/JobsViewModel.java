package dev.sluice.console.jobs;

import dev.sluice.console.support.Errand;
import dev.sluice.console.support.Errands.Underway;
import dev.sluice.console.support.JobLine;
import dev.sluice.console.support.JobSteps;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Job;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that run and the newest that ended, and what the window does or did by itself; one of them looked at closely. For
 * the UI thread only.
 */
public final class JobsViewModel {

    /** Of the jobs; what the window does by itself has a number of its own. */
    private static final Comparator<JobRow> RUNNING_FIRST_THEN_NEWEST = Comparator.comparing(
                    (JobRow row) -> row.standing() == JobRow.Standing.RUNNING)
            .thenComparing(JobRow::began)
            .thenComparing(JobRow::id)
            .reversed();

    /** Of one job's log; beyond that only those that the runtime still has. */
    private static final int MOST_LINES = 10_000;

    private final Workbench bench;
    private final ErrandRows errands;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<JobRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<JobRow>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<JobLine>> log = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable Fleet fleet;

    /** When the runtime was last there. */
    private Instant heard = Instant.EPOCH;

    public JobsViewModel(Workbench bench) {
        this.bench = bench;
        this.errands = new ErrandRows(bench.errands());
        open.addListener((o, before, after) -> refresh());
        bench.errands().underway().addListener((ListChangeListener<Underway>) change -> refresh());
    }

    public void show(Fleet newer) {
        fleet = newer;
        bench.registrations().shown(newer.registrations());
        refresh();
    }

    /** Time has passed: what is under way has taken longer. */
    public void tick() {
        refresh();
    }

    /** Whether the drawer is open. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Looks at this job closely. */
    void choose(long id) {
        chosen.set(find(id));
        log.set(List.of());
        fetchLog();
    }

    /** Opens the drawer with this job. */
    public void open(long id) {
        open.set(true);
        choose(id);
    }

    /** Its effect stands beside the button, so nothing more is asked. */
    void cancel() {
        chosen.get().flatMap(errands::underway).ifPresentOrElse(Errand::stop, this::cancelJob);
    }

    private void cancelJob() {
        chosenJob().ifPresent(row -> {
            var cancel = bench.control().cancel(row.id());
            bench.registrations().cancelling(row.id(), cancel);
            bench.notices()
                    .follow(
                            cancel,
                            Messages.of("job.cancel.done", row.title()),
                            Messages.of("job.cancel.not", row.title()));
        });
    }

    void retry() {
        chosen.get()
                .ifPresent(row -> bench.notices()
                        .follow(
                                bench.give(control -> control.retry(row.id())),
                                Messages.of("job.retry.done", row.title()),
                                Messages.of("job.retry.not", row.title())));
    }

    ReadOnlyObjectProperty<List<JobRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<JobRow>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What the chosen job has told, oldest first. */
    ReadOnlyObjectProperty<List<JobLine>> logProperty() {
        return log.getReadOnlyProperty();
    }

    /**
     * Nobody sees a closed drawer, so nothing is made for it. Jobs take no longer while the runtime is gone: whether they
     * go on nobody knows. What the window does by itself goes on.
     */
    private void refresh() {
        var now = bench.clock().instant();
        if (!bench.reach().lost().get()) {
            heard = now;
        }
        if (!open.get() || fleet == null) {
            return;
        }
        var shown = fleet;
        var known = heard;
        var jobs = Stream.concat(
                shown.jobs().stream().map(job -> JobRow.of(job, shown, known)),
                shown.registrations().stream().map(registering -> JobRow.of(registering, known)));
        var rest = Stream.concat(jobs, errands.ended()).sorted(RUNNING_FIRST_THEN_NEWEST);
        rows.set(Stream.concat(errands.underway(now), rest).toList());
        chosen.set(chosen.get()
                .flatMap(row -> find(row.id()))
                .or(() -> rows.get().stream().findFirst()));
        fetchLog();
    }

    private Optional<JobRow> find(long id) {
        return rows.get().stream().filter(row -> row.id() == id).findFirst();
    }

    private Optional<JobRow> chosenJob() {
        return chosen.get().filter(row -> row.id() > 0);
    }

    /** The runtime has a job's; an errand's is at hand. */
    private void fetchLog() {
        if (chosenJob().isEmpty()) {
            log.set(chosen.get().map(errands::log).orElse(List.of()));
        }
        chosenJob()
                .ifPresent(row -> bench.control()
                        .jobLog(row.id())
                        .thenAcceptAsync(lines -> showLog(row.id(), lines), bench.ui()));
    }

    /** Another job may have been chosen while the runtime looked this one up. */
    private void showLog(long id, List<Job.Line> lines) {
        if (chosen.get().filter(row -> row.id() == id).isPresent()) {
            log.set(joined(log.get(), lines.stream().map(JobsViewModel::line).toList()));
        }
    }

    private static JobLine line(Job.Line told) {
        return new JobLine(told.at(), JobSteps.title(told.phase()), told.text());
    }

    /** The runtime lets the oldest lines go; what stands there already does not move under its reader, until it is too much. */
    private static List<JobLine> joined(List<JobLine> known, List<JobLine> newest) {
        for (int i = Math.max(0, known.size() - newest.size()); i < known.size(); i++) {
            var rest = known.subList(i, known.size());
            if (rest.equals(newest.subList(0, rest.size()))) {
                var news = newest.subList(rest.size(), newest.size());
                return withNews(known, news).orElse(newest);
            }
        }
        return newest;
    }

    private static Optional<List<JobLine>> withNews(List<JobLine> known, List<JobLine> news) {
        if (news.isEmpty()) {
            return Optional.of(known);
        }
        return Optional.of(Stream.concat(known.stream(), news.stream()).toList())
                .filter(all -> all.size() <= MOST_LINES);
    }
}
