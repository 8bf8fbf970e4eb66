package dev.sluice.console;

import static dev.sluice.console.SampleFleets.NOW;

import dev.sluice.control.Fleet;
import dev.sluice.control.Job;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A day's work on many deployments. */
public final class SampleJobs {

    private static final Job.Kind[] KINDS = Job.Kind.values();

    private SampleJobs() {}

    /** A picture in which each deployment has a job: one in three went well, failed or was cancelled, the last one runs. */
    public static Fleet of(Fleet fleet) {
        var ids = fleet.endpoints().stream()
                .flatMap(endpoint -> endpoint.deployments().stream())
                .map(deployment -> deployment.spec().id())
                .toList();
        var jobs = new ArrayList<Job>();
        for (int i = 0; i < ids.size(); i++) {
            jobs.add(i == ids.size() - 1 ? running(i + 1, ids.get(i)) : ended(i + 1, ids.get(i), ids.size() - i));
        }
        return new Fleet(fleet.revision() + 1, fleet.runtime(), fleet.endpoints(), jobs);
    }

    /** Green's instance has answered its requests and is being stopped. */
    public static Fleet deleting() {
        var job = new Job(
                3,
                Job.Kind.DELETE,
                SampleFleets.GREEN,
                NOW.minusSeconds(6),
                new Job.Result.Running(),
                List.of(
                        new Job.Step(Phase.DRAIN, Duration.ofMillis(4200), ""),
                        new Job.Step(Phase.STOP, Duration.ofMillis(1800), "")));
        return SampleFleets.fleet(
                List.of(job),
                SampleFleets.endpoint(
                        SampleFleets.live(Map.of("blue", 100)),
                        SampleFleets.ready(SampleFleets.BLUE, 2),
                        SampleFleets.deployment(
                                SampleFleets.GREEN, 1, new DeploymentState.Deleting(NOW.minusSeconds(6), 0))));
    }

    /** Green's creation has failed for this reason. */
    public static Fleet failed(String why) {
        var job = new Job(
                2,
                Job.Kind.CREATE,
                SampleFleets.GREEN,
                NOW.minusSeconds(58),
                new Job.Result.Failed(NOW.minusSeconds(40), why),
                List.of(
                        new Job.Step(Phase.CHECK, Duration.ofMillis(200), ""),
                        new Job.Step(Phase.UNPACK, Duration.ofMillis(900), ""),
                        new Job.Step(Phase.ENVIRONMENT, Duration.ofSeconds(11), "")));
        var split = SampleFleets.blueLive();
        return new Fleet(split.revision(), split.runtime(), split.endpoints(), List.of(job));
    }

    private static Job ended(int number, DeploymentId id, int minutesAgo) {
        var began = NOW.minus(Duration.ofMinutes(minutesAgo));
        return new Job(number, KINDS[number % KINDS.length], id, began, result(number, id, began), List.of());
    }

    private static Job.Result result(int number, DeploymentId id, Instant began) {
        return switch (number % 3) {
            case 0 -> new Job.Result.Failed(began.plusSeconds(18), "init() of " + id + " raised KeyError: 'THRESHOLD'");
            case 1 -> new Job.Result.Done(began.plusSeconds(21));
            default -> new Job.Result.Cancelled(began.plusSeconds(9));
        };
    }

    private static Job running(int number, DeploymentId id) {
        return new Job(
                number,
                Job.Kind.UPDATE,
                id,
                NOW.minusSeconds(9),
                new Job.Result.Running(),
                List.of(
                        new Job.Step(Phase.CHECK, Duration.ofMillis(20), ""),
                        new Job.Step(Phase.UNPACK, Duration.ofMillis(780), "copied 3 files, 1.2 MiB"),
                        new Job.Step(
                                Phase.ENVIRONMENT, Duration.ofMillis(8200), "Step 2/7 : COPY . /var/azureml-app")));
    }
}
