package dev.sluice.control;

import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Provisioning;
import dev.sluice.domain.Routing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with a command, given what should be; nothing wrong is an empty list. Pure. */
final class Checks {

    private static final int MOST_DEPLOYMENTS = 20;

    private Checks() {}

    static List<Problem> createEndpoint(DesiredState desired, EndpointSpec spec) {
        var problems = new ArrayList<Problem>();
        desired.endpoint(spec.name())
                .ifPresent(same -> problems.add(Problem.of(
                        Problem.Code.ALREADY_EXISTS,
                        "name",
                        "there is an endpoint called " + same.spec().name() + " already",
                        "choose another name, or delete that endpoint first")));
        problems.addAll(spec.creationProblems());
        return problems;
    }

    static List<Problem> createDeployment(DesiredState desired, DeploymentSpec spec, boolean stillThere) {
        var endpoint = desired.endpoint(spec.id().endpoint());
        if (endpoint.isEmpty()) {
            return List.of(noEndpoint(spec.id().endpoint(), "endpoint_name"));
        }
        var problems = new ArrayList<Problem>();
        clash(endpoint.get(), spec.id(), stillThere).ifPresent(problems::add);
        if (endpoint.get().deployments().size() >= MOST_DEPLOYMENTS) {
            problems.add(Problem.of(
                    Problem.Code.OUT_OF_QUOTA,
                    "name",
                    "an endpoint has at most " + MOST_DEPLOYMENTS + " deployments",
                    "delete one that is not used"));
        }
        return problems;
    }

    static List<Problem> updateDeployment(DesiredState desired, Optional<Job> running, DeploymentId id) {
        return changeable(desired, running, id, "name");
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
                        spec.id() + " was not given up",
                        "change it as it is, or delete it first"));
    }

    static List<Problem> updateEndpoint(DesiredState desired, EndpointSpec spec, Routing routing) {
        var endpoint = desired.endpoint(spec.name());
        if (endpoint.isEmpty()) {
            return List.of(noEndpoint(spec.name(), "name"));
        }
        var problems = new ArrayList<>(spec.creationProblems());
        if (spec.kind() != endpoint.get().spec().kind()) {
            problems.add(Problem.of(
                    Problem.Code.NOT_SUPPORTED,
                    "compute",
                    "an endpoint cannot become "
                            + (spec.kind() == EndpointKind.KUBERNETES ? "a Kubernetes" : "a managed") + " one",
                    "create another endpoint"));
        }
        problems.addAll(route(endpoint.get(), routing));
        return problems;
    }

    private static Optional<Problem> clash(DesiredEndpoint endpoint, DeploymentId id, boolean stillThere) {
        if (endpoint.deployment(id.deployment()).isPresent()) {
            return Optional.of(Problem.of(
                    Problem.Code.ALREADY_EXISTS,
                    "name",
                    "endpoint " + id.endpoint() + " has a deployment called " + id.deployment() + " already",
                    "choose another name, or delete that deployment first"));
        }
        return stillThere
                ? Optional.of(Problem.of(
                        Problem.Code.BUSY,
                        "name",
                        "delete deployment " + id + " is under way",
                        "try again when the old one is gone from the list"))
                : Optional.empty();
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
                                id + " was never brought up and cannot be changed any more",
                                "delete it and create it again")
                        : Problem.of(
                                Problem.Code.BUSY,
                                path,
                                "create deployment " + id + " is under way",
                                "wait until it is ready"));
    }

    /** One operation at a time, as in the cloud (reference 2.2). */
    private static List<Problem> underWay(Optional<Job> running, String path) {
        return running.stream()
                .map(job -> Problem.of(
                        Problem.Code.UNDER_WAY,
                        path,
                        job.title() + " is under way (job " + job.id() + ")",
                        "wait until it has ended, or cancel it"))
                .toList();
    }

    static List<Problem> cancel(Optional<Job> job) {
        if (job.isEmpty() || !job.get().isRunning()) {
            return List.of(Problem.of(
                    Problem.Code.NOT_FOUND,
                    "job",
                    "this has ended already, so there is nothing to cancel",
                    "look at its result"));
        }
        return job.get().cancelling() instanceof Job.Cancelling.Impossible
                ? List.of(Problem.of(
                        Problem.Code.NOT_SUPPORTED,
                        "job",
                        "deleting " + job.get().target() + " cannot be taken back: its address is gone already",
                        "create it again when it is gone"))
                : List.of();
    }

    static List<Problem> retry(Optional<Job> job) {
        return job.filter(known -> known.kind() == Job.Kind.CREATE && known.result() instanceof Job.Result.Failed)
                        .isPresent()
                ? List.of()
                : List.of(nothingToRetry());
    }

    static Problem nothingToRetry() {
        return Problem.of(
                Problem.Code.NOT_SUPPORTED,
                "job",
                "only a deployment that could not be created can be tried again",
                "give the command again");
    }

    static List<Problem> deleteDeployment(DesiredState desired, Optional<Job> running, DeploymentId id) {
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
                        id.deployment() + " has " + share.value() + " % of the live traffic",
                        "give its share to another deployment first"));
    }

    /** A routing that is applied in place of {@code endpoint}'s; only what it changes must be ready. */
    static List<Problem> route(DesiredEndpoint endpoint, Routing next) {
        var problems = new ArrayList<>(
                next.problems(endpoint.deploymentNames(), endpoint.spec().kind()));
        next.traffic()
                .shares()
                .forEach((name, share) -> endpoint.deployment(name)
                        .filter(deployment -> !deployment.provisioning().isUp())
                        .filter(deployment ->
                                share.compareTo(endpoint.routing().traffic().shareOf(name)) > 0)
                        .ifPresent(deployment -> problems.add(Problem.of(
                                Problem.Code.TRAFFIC_NOT_READY,
                                "traffic." + name,
                                name + " is not ready: its requests would fail",
                                "wait until it has succeeded"))));
        return problems;
    }

    /** What is being deleted already goes with it. */
    static List<Problem> deleteEndpoint(DesiredState desired, List<Job> jobs, EndpointName name) {
        var busy = jobs.stream()
                .filter(job -> job.isRunning() && job.kind() != Job.Kind.DELETE)
                .filter(job -> job.target().endpoint().equals(name))
                .flatMap(job -> underWay(Optional.of(job), "name").stream());
        return Stream.concat(endpointExists(desired, name).stream(), busy).toList();
    }

    static List<Problem> regenerateKey(DesiredState desired, EndpointName name) {
        var endpoint = desired.endpoint(name);
        if (endpoint.isEmpty()) {
            return List.of(noEndpoint(name, "name"));
        }
        return endpoint.get().spec().auth() == AuthMode.KEY
                ? List.of()
                : List.of(Problem.of(
                        Problem.Code.NOT_SUPPORTED,
                        "auth_mode",
                        name + " has tokens and no keys",
                        "fetch a new token; tokens expire by themselves"));
    }

    static List<Problem> endpointExists(DesiredState desired, EndpointName name) {
        return desired.endpoint(name).isPresent() ? List.of() : List.of(noEndpoint(name, "name"));
    }

    static Problem noEndpoint(EndpointName name, String path) {
        return Problem.of(
                Problem.Code.NOT_FOUND, path, "there is no endpoint called " + name, "create the endpoint first");
    }

    /** A deployment that is being deleted may be seen still, but not asked for anything. */
    private static Problem noDeployment(DesiredState desired, Optional<Job> running, DeploymentId id) {
        return running.map(job -> Problem.of(
                        Problem.Code.BUSY,
                        "name",
                        job.title() + " is under way (job " + job.id() + ")",
                        "wait until it is gone"))
                .orElseGet(() -> noDeployment(desired, id));
    }

    private static Problem noDeployment(DesiredState desired, DeploymentId id) {
        return desired.endpoint(id.endpoint()).isEmpty()
                ? noEndpoint(id.endpoint(), "endpoint_name")
                : Problem.of(
                        Problem.Code.NOT_FOUND,
                        "name",
                        "endpoint " + id.endpoint() + " has no deployment called " + id.deployment(),
                        "look at the list of its deployments");
    }
}
