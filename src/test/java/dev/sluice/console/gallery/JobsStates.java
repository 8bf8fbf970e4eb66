package dev.sluice.console.gallery;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.SampleJobs;
import dev.sluice.console.SampleRegistrations;
import dev.sluice.control.Job;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Sentence;
import java.util.List;

/** What the drawer with the jobs can show. */
final class JobsStates {

    private static final List<Job.Line> LINES = List.of(
            new Job.Line(SampleFleets.NOW, Phase.CHECK, "score.py parses"),
            new Job.Line(SampleFleets.NOW, Phase.UNPACK, "copied 3 files, 1.2 MiB"),
            new Job.Line(SampleFleets.NOW, Phase.ENVIRONMENT, "Step 4/7 : RUN pip install -r requirements.txt"));

    private static final String LONG_REASON = "the environment's image could not be built: step 4 of 7, RUN pip install"
            + " --no-cache-dir -r requirements.txt, ended with code 1: ERROR: Could not find a version that satisfies the"
            + " requirement scikit-learn==1.4.99 (from versions: 0.9, 0.10, 0.11, 0.12, 0.12.1, 0.13, 0.13.1, 0.14, 0.14.1,"
            + " 0.15.0, 0.15.1, 0.15.2, 0.16.0, 0.16.1, 0.17, 0.17.1, 0.18, 0.18.1, 0.18.2, 0.19.0, 0.19.1, 0.19.2, 0.20.0,"
            + " 1.3.0, 1.3.1, 1.3.2, 1.4.0); ERROR: No matching distribution found for scikit-learn==1.4.99";

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
            State.of("jobs-failed-long-reason", in -> {
                in.desk.control.jobLines = LINES;
                in.given(Sentence.of(LONG_REASON))
                        .shows(SampleJobs.failed(LONG_REASON))
                        .press("#status-jobs");
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
