package dev.sluice.control;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Provisioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with a command about a deployment, given what should be and which operation is under way on it. Pure. */
final class DeploymentChecks {

    private static final int MOST_DEPLOYMENTS = 20;

    private DeploymentChecks() {}

    /** @param stillThere whether there are instances of a deployment of that name which was deleted */
    static List<Problem> create(DesiredState desired, Optional<Job> running, DeploymentSpec spec, boolean stillThere) {
        var endpoint = desired.endpoint(spec.id().endpoint());
        if (endpoint.isEmpty()) {
            return List.of(Checks.noEndpoint(spec.id().endpoint(), "endpoint_name"));
        }
        var problems = new ArrayList<Problem>();
        clash(endpoint.get(), running, spec.id(), stillThere).ifPresent(problems::add);
        if (endpoint.get().deployments().size() >= MOST_DEPLOYMENTS) {
            problems.add(Problem.of(
                    Problem.Code.OUT_OF_QUOTA,
                    "name",
                    "an endpoint has at most " + MOST_DEPLOYMENTS + " deployments",
                    "delete one that is not used"));
        }
        return problems;
    }

    private static Optional<Problem> clash(
            DesiredEndpoint endpoint, Optional<Job> running, DeploymentId id, boolean stillThere) {
        if (running.isPresent()) {
            return running.map(job -> busy(job, "try again when it has ended"));
        }
        if (endpoint.deployment(id.deployment()).isPresent()) {
            return Optional.of(Problem.of(
                    Problem.Code.ALREADY_EXISTS,
                    "name",
                    "endpoint " + id.endpoint() + " has a deployment called " + id.deployment() + " already",
                    "choose another name, change that one by 'update', or delete it first"));
        }
        return stillThere
                ? Optional.of(Problem.of(
                        Problem.Code.BUSY,
                        "name",
                        "delete deployment " + id + " is under way",
                        "try again when the old one is gone from the list"))
                : Optional.empty();
    }

    static List<Problem> update(DesiredState desired, Optional<Job> running, DeploymentId id) {
        return changeable(desired, running, id, "name");
    }

    static List<Problem> scale(DesiredState desired, Optional<Job> running, DeploymentId id, int instances) {
        if (instances < 1 || instances > DeploymentSpec.MOST_INSTANCES) {
            return List.of(Problem.of(
                    Problem.Code.BAD_VALUE,
                    "instance_count",
                    "instance_count runs from 1 to " + DeploymentSpec.MOST_INSTANCES + ", not " + instances,
                    "choose a number in that range; to stop it, delete the deployment"));
        }
        return changeable(desired, running, id, "instance_count");
    }

    /** Only what was brought up can be changed; {@code path} is the key that it is about. */
    private static List<Problem> changeable(DesiredState desired, Optional<Job> running, DeploymentId id, String path) {
        var deployment = desired.deployment(id);
        if (deployment.isEmpty()) {
            return List.of(noDeployment(desired, running, id));
        }
        if (deployment.get().provisioning().isUp()) {
            return underWay(running, path);
        }
        return List.of(
                deployment.get().provisioning() instanceof Provisioning.GivenUp
                        ? Problem.of(
                                Problem.Code.RESOURCE_NOT_READY,
                                path,
                                "deployment " + id + " was never brought up and cannot be changed any more",
                                "delete it and create it again")
                        : Problem.of(
                                Problem.Code.BUSY,
                                path,
                                "create deployment " + id + " is under way",
                                "wait until it is ready"));
    }

    static List<Problem> dropUpdate(DesiredState desired, DeploymentId id) {
        var deployment = desired.deployment(id);
        if (deployment.isEmpty()) {
            return List.of(noDeployment(desired, id));
        }
        var provisioning = deployment.get().provisioning();
        return provisioning instanceof Provisioning.Replacing || provisioning instanceof Provisioning.Kept
                ? List.of()
                : List.of(Problem.of(
                        Problem.Code.NOT_FOUND, "name", "there is no update of " + id, "look at its state again"));
    }

    static List<Problem> recreate(DesiredState desired, DeploymentSpec spec) {
        var deployment = desired.deployment(spec.id());
        if (deployment.isEmpty()) {
            return List.of(noDeployment(desired, spec.id()));
        }
        return deployment.get().provisioning() instanceof Provisioning.GivenUp
                ? List.of()
                : List.of(Problem.of(
                        Problem.Code.ALREADY_EXISTS,
                        "name",
                        "deployment " + spec.id() + " was not given up",
                        "change it as it is, or delete it first"));
    }

    static List<Problem> delete(DesiredState desired, Optional<Job> running, DeploymentId id) {
        var endpoint = desired.endpoint(id.endpoint());
        if (endpoint.isEmpty() || endpoint.get().deployment(id.deployment()).isEmpty()) {
            return List.of(noDeployment(desired, running, id));
        }
        var share = endpoint.get().routing().traffic().shareOf(id.deployment());
        return share.value() == 0
                ? underWay(running, "name")
                : List.of(Problem.of(
                        Problem.Code.STILL_LIVE,
                        "traffic." + id.deployment(),
                        "deployment " + id.deployment() + " has " + share.value() + " % of the live traffic",
                        "give its share to another deployment first"));
    }

    /** One operation at a time, as in the cloud (reference 2.2). */
    static List<Problem> underWay(Optional<Job> running, String path) {
        return running.stream()
                .map(job -> Problem.of(
                        Problem.Code.UNDER_WAY, path, underWay(job), "wait until it has ended, or cancel it"))
                .toList();
    }

    /**
     * What is wrong with a command about a deployment by itself; unless that speaks against it anyway, what may hold it up
     * besides: one operation at a time on an endpoint, as in the cloud.
     *
     * @param beside what is under way on another deployment of the endpoint
     */
    static List<Problem> andBeside(List<Problem> byItself, Optional<Job> beside) {
        boolean mayBeInsistedOn = byItself.stream().allMatch(problem -> problem.code() == Problem.Code.UNDER_WAY);
        return mayBeInsistedOn
                ? Stream.concat(byItself.stream(), beside.stream().map(DeploymentChecks::endpointBusy))
                        .toList()
                : byItself;
    }

    private static Problem endpointBusy(Job beside) {
        return Problem.of(Problem.Code.ENDPOINT_BUSY, "endpoint_name", underWay(beside), "wait until it has ended");
    }

    /** A deployment that is being deleted may be seen still, but not asked for anything. */
    private static Problem noDeployment(DesiredState desired, Optional<Job> running, DeploymentId id) {
        return running.map(job -> busy(job, "wait until it is gone")).orElseGet(() -> noDeployment(desired, id));
    }

    /** Insisting is of no use. */
    private static Problem busy(Job job, String remedy) {
        return Problem.of(Problem.Code.BUSY, "name", underWay(job), remedy);
    }

    private static String underWay(Job job) {
        return job.title() + " is under way (job " + job.id() + ")";
    }

    private static Problem noDeployment(DesiredState desired, DeploymentId id) {
        return desired.endpoint(id.endpoint()).isEmpty()
                ? Checks.noEndpoint(id.endpoint(), "endpoint_name")
                : Problem.of(
                        Problem.Code.NOT_FOUND,
                        "name",
                        "endpoint " + id.endpoint() + " has no deployment called " + id.deployment(),
                        "look at the list of its deployments");
    }
}
