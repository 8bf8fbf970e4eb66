package dev.sluice.console.jobs;

import dev.sluice.console.support.Elapsed;
import dev.sluice.console.support.Errand;
import dev.sluice.console.support.Errands;
import dev.sluice.console.support.Errands.Ended;
import dev.sluice.console.support.Errands.Underway;
import dev.sluice.console.support.JobLine;
import dev.sluice.console.support.JobSteps;
import dev.sluice.control.Job.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the window does by itself, or did, as it is drawn among the jobs: with ids below zero, which no job has. For the UI
 * thread only.
 */
record ErrandRows(Errands errands) {

    Stream<JobRow> underway(Instant now) {
        return errands.underway().stream().map(errand -> row(errand, now));
    }

    Stream<JobRow> ended() {
        return errands.ended().stream().map(ErrandRows::row);
    }

    /** The one that goes on and is drawn as {@code row}. */
    Optional<Errand> underway(JobRow row) {
        return errands.underway().stream()
                .filter(each -> row.id() == -each.number())
                .findFirst()
                .map(Underway::errand);
    }

    /** What it has told; nothing if it is none of these. */
    List<JobLine> log(JobRow row) {
        return underway(row)
                .map(Errand::log)
                .or(() -> errands.ended().stream()
                        .filter(each -> row.id() == -each.number())
                        .findFirst()
                        .map(Ended::log))
                .orElse(List.of());
    }

    private static JobRow row(Underway errand, Instant now) {
        return new JobRow(
                -errand.number(),
                errand.began(),
                errand.errand().title(),
                JobRow.Standing.RUNNING,
                Elapsed.text(Duration.between(errand.began(), now)),
                errand.errand().now(),
                errand.errand().progress(),
                "",
                steps(errand.errand().steps(), new Result.Running(), now),
                !errand.errand().stopEffect().isEmpty(),
                errand.errand().stopEffect(),
                false);
    }

    private static JobRow row(Ended errand) {
        var end = errand.result().end().orElse(errand.began());
        var standing = JobRow.standing(errand.result());
        return new JobRow(
                -errand.number(),
                errand.began(),
                errand.title(),
                standing,
                Elapsed.text(Duration.between(errand.began(), end)),
                errand.text().isEmpty() ? JobRow.ended(standing) : errand.text(),
                1,
                JobRow.why(errand.result()),
                steps(errand.steps(), errand.result(), end),
                false,
                "",
                false);
    }

    private static List<JobRow.Step> steps(List<Errand.Step> begun, Result result, Instant end) {
        var steps = new ArrayList<JobRow.Step>();
        for (int i = 0; i < begun.size(); i++) {
            boolean isLast = i == begun.size() - 1;
            var until = isLast ? end : begun.get(i + 1).began();
            steps.add(new JobRow.Step(
                    isLast ? JobSteps.standingOf(result) : JobSteps.Standing.DONE,
                    begun.get(i).title(),
                    Elapsed.text(Duration.between(begun.get(i).began(), until))));
        }
        return steps;
    }
}
