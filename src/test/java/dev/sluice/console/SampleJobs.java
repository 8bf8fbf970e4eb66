package dev.sluice.console;

import static dev.sluice.console.SampleFleets.NOW;

import dev.sluice.control.Fleet;
import dev.sluice.control.Job;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
                        new Job.Step(
                                Phase.ENVIRONMENT, Duration.ofMillis(8200), "Step 2/7 : COPY . /var/azureml-app")));
    }
}
