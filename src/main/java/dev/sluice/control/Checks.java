package dev.sluice.control;

import dev.sluice.domain.AuthMode;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointKind;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Routing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with a command about an endpoint or its traffic, given what should be; nothing wrong is an empty list. Pure. */
final class Checks {

    private Checks() {}

    static List<Problem> createEndpoint(DesiredState desired, EndpointSpec spec) {
        var problems = new ArrayList<Problem>();
        desired.endpoint(spec.name())
                .ifPresent(same -> problems.add(Problem.of(
                        Problem.Code.ALREADY_EXISTS,
                        "name",
                        "there is an endpoint called " + same.spec().name() + " already",
                        "choose another name, change that one by 'update', or delete it first")));
        problems.addAll(spec.creationProblems());
        return problems;
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
                                "deployment " + name + " is not ready: its requests would fail",
                                "wait until it has succeeded"))));
        return problems;
    }

    /** What is being deleted already goes with it. */
    static List<Problem> deleteEndpoint(DesiredState desired, List<Job> jobs, EndpointName name) {
        var busy = jobs.stream()
                .filter(job -> job.isRunning() && job.kind() != Job.Kind.DELETE)
                .filter(job -> job.target().endpoint().equals(name))
                .flatMap(job -> DeploymentChecks.underWay(Optional.of(job), "name").stream());
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
                        "endpoint " + name + " has tokens and no keys",
                        "fetch a new token; tokens expire by themselves"));
    }

    static List<Problem> endpointExists(DesiredState desired, EndpointName name) {
        return desired.endpoint(name).isPresent() ? List.of() : List.of(noEndpoint(name, "name"));
    }

    static Problem noEndpoint(EndpointName name, String path) {
        return Problem.of(
                Problem.Code.NOT_FOUND, path, "there is no endpoint called " + name, "create the endpoint first");
    }
}
