package dev.sluice.control;

import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.Provisioning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which jobs can be tried again: those that failed, were the last thing done to their deployment, and have left it as it
 * still is. What was followed by something else has been overtaken by it. Pure.
 */
record Retrying(DesiredState desired, List<EndpointView> endpoints) {

    /** The same jobs, newest first, with what can be tried again marked. */
    List<Job> marked(List<Job> jobs) {
        var marked = new ArrayList<Job>();
        var followed = new HashSet<DeploymentId>();
        for (var job : jobs) {
            boolean isNewest = followed.add(job.target());
            boolean failed = job.result() instanceof Job.Result.Failed;
            marked.add(isNewest && failed && isAsLeftBy(job) ? job.retryable() : job);
        }
        return List.copyOf(marked);
    }

    private boolean isAsLeftBy(Job failed) {
        return switch (failed.kind()) {
            case CREATE ->
                provisioning(failed)
                        .filter(Provisioning.GivenUp.class::isInstance)
                        .isPresent();
            case UPDATE ->
                provisioning(failed).filter(Provisioning.Kept.class::isInstance).isPresent();
            case SCALE ->
                state(failed).filter(DeploymentState.Scaling.class::isInstance).isPresent();
            case DELETE -> false;
        };
    }

    private Optional<Provisioning> provisioning(Job job) {
        return desired.deployment(job.target()).map(deployment -> deployment.provisioning());
    }

    private Optional<DeploymentState> state(Job job) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.spec().name().equals(job.target().endpoint()))
                .flatMap(endpoint -> endpoint.deployment(job.target().deployment()).stream())
                .map(Fleet.DeploymentView::state)
                .findFirst();
    }
}
