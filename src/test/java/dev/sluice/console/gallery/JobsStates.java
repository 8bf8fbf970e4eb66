package dev.sluice.console.gallery;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.SampleJobs;
import dev.sluice.console.SampleRegistrations;
import dev.sluice.control.Job;
import dev.sluice.domain.Phase;
import java.util.List;

/** What the drawer with the jobs can show. */
final class JobsStates {

    private static final List<Job.Line> LINES = List.of(
            new Job.Line(SampleFleets.NOW, Phase.CHECK, "score.py parses"),
            new Job.Line(SampleFleets.NOW, Phase.UNPACK, "copied 3 files, 1.2 MiB"),
            new Job.Line(SampleFleets.NOW, Phase.ENVIRONMENT, "Step 4/7 : RUN pip install -r requirements.txt"));

    static final List<State> ALL = List.of(
            State.of("jobs-cancelled", in -> {
                in.desk.control.jobLines = LINES;
                in.shows(SampleFleets.createCancelled()).press("#status-jobs");
            }),
            State.of("jobs-registering", in -> {
                in.desk.control.jobLines = List.of(
                        new Job.Line(SampleFleets.NOW, Phase.CHECK, "12 files, 8.0 GiB"),
                        new Job.Line(SampleFleets.NOW, Phase.UNPACK, "churn/weights-3.bin  1.0 GiB"));
                in.shows(SampleRegistrations.in(SampleFleets.split(), SampleRegistrations.copying()))
                        .press("#status-jobs");
            }),
            State.of("jobs-none", in -> in.shows(SampleFleets.split()).press("#status-jobs")),
            State.of("jobs-running", in -> {
                in.desk.control.jobLines = LINES;
                in.shows(SampleFleets.creating()).press("#status-jobs");
            }),
            State.of("jobs-failed", in -> {
                in.desk.control.jobLines = LINES;
                in.shows(SampleFleets.greenFailed()).press("#status-jobs");
            }),
            State.of("jobs-deleting", in -> {
                in.desk.control.jobLines = List.of(
                        new Job.Line(SampleFleets.NOW, Phase.DRAIN, "diabetes/green gets no more requests"),
                        new Job.Line(
                                SampleFleets.NOW, Phase.DRAIN, "instance green-4f2a has answered all its requests"));
                in.shows(SampleJobs.deleting()).press("#status-jobs");
            }),
            State.of("jobs-twenty", in -> {
                in.desk.control.jobLines = LINES;
                in.shows(SampleJobs.of(SampleFleets.twenty())).press("#status-jobs");
            }),
            State.of("jobs-long-names", in -> {
                in.desk.control.jobLines = LINES;
                in.shows(SampleJobs.of(SampleFleets.longNames())).press("#status-jobs");
            }),
            State.of("jobs-runtime-gone", in -> {
                in.desk.control.jobLines = LINES;
                in.shows(SampleFleets.creating()).press("#status-jobs").alone();
            }));

    private JobsStates() {}
}
