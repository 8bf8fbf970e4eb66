package dev.sluice.control;

import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.DeploymentState;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.LocalSize;
import dev.sluice.domain.PackageDifference;
import dev.sluice.domain.Pins;
import dev.sluice.domain.Routing;
import dev.sluice.domain.Usage;
import dev.sluice.metrics.MirrorLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The whole picture at one moment: what should be, what is, and what is being done about it. Immutable, without
 * secrets.
 */
public record Fleet(
        long revision, Runtime runtime, List<EndpointView> endpoints, List<Job> jobs, List<Registering> registrations) {

    public Fleet {
        endpoints = List.copyOf(endpoints);
        jobs = List.copyOf(jobs);
        registrations = List.copyOf(registrations);
    }

    /** One in which nothing is registered. */
    public Fleet(long revision, Runtime runtime, List<EndpointView> endpoints, List<Job> jobs) {
        this(revision, runtime, endpoints, jobs, List.of());
    }

    /** How much is being done now: jobs, and what is registered. */
    public long running() {
        return jobs.stream().filter(Job::isRunning).count() + registrationsRunning();
    }

    /** How many registrations would be lost if the runtime ended. */
    public long registrationsRunning() {
        return registrations.stream().filter(Registering::isRunning).count();
    }

    public Optional<EndpointView> endpoint(EndpointName name) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.spec().name().equals(name))
                .findFirst();
    }

    public Optional<DeploymentView> deployment(DeploymentId id) {
        return endpoint(id.endpoint()).flatMap(endpoint -> endpoint.deployment(id.deployment()));
    }

    /** How many deployments have an instance that runs, and would lose it if the runtime ended. */
    public long deploymentsUp() {
        return endpoints.stream()
                .flatMap(endpoint -> endpoint.deployments().stream())
                .filter(DeploymentView::runs)
                .count();
    }

    /**
     * What everything runs on: the engine's short name and title, a note for people, and the ports of the router and of
     * {@code /metrics}, at 127.0.0.1.
     *
     * @param profiles what sizes of instances stand for
     */
    public record Runtime(
            String engine,
            String engineTitle,
            String engineDetail,
            int routerPort,
            int metricsPort,
            InstanceProfiles profiles) {

        /** One where sizes stand for what they usually do. */
        public Runtime(String engine, String engineTitle, String engineDetail, int routerPort, int metricsPort) {
            this(engine, engineTitle, engineDetail, routerPort, metricsPort, InstanceProfiles.NONE);
        }
    }

    /** An endpoint, its routing in force, and its addresses. Deployments are in order of their names. */
    public record EndpointView(
            EndpointSpec spec,
            Routing routing,
            String scoringUri,
            String openApiUri,
            MirrorLedger mirror,
            List<DeploymentView> deployments) {

        public EndpointView {
            deployments = List.copyOf(deployments);
        }

        /** What the address of everything that it serves begins with. */
        public String address() {
            return openApiUri.substring(0, openApiUri.lastIndexOf('/'));
        }

        public Optional<DeploymentView> deployment(DeploymentName name) {
            return deployments.stream()
                    .filter(deployment -> deployment.spec().id().deployment().equals(name))
                    .findFirst();
        }
    }

    /**
     * A deployment and what there is of it.
     *
     * @param size what each of its instances may take of this computer
     * @param environmentNote what of the environment this engine could not honour; empty if nothing
     * @param packageDifferences which packages its environment has otherwise than its conda file asks for
     * @param madeOf what of the registry serves; none before its files are unpacked
     */
    public record DeploymentView(
            DeploymentSpec spec,
            DeploymentState state,
            LocalSize size,
            List<InstanceView> instances,
            String environmentNote,
            List<PackageDifference> packageDifferences,
            Past past,
            Pins madeOf) {

        public DeploymentView {
            instances = List.copyOf(instances);
            packageDifferences = List.copyOf(packageDifferences);
        }

        private boolean runs() {
            return instances.stream().anyMatch(instance -> instance.condition() != Condition.ENDED);
        }

        /** One of the usual size, of which no package is known to be otherwise, and nothing of the registry. */
        public DeploymentView(
                DeploymentSpec spec,
                DeploymentState state,
                List<InstanceView> instances,
                String environmentNote,
                Past past) {
            this(
                    spec,
                    state,
                    InstanceProfiles.NONE.of(spec.instanceType()),
                    instances,
                    environmentNote,
                    List.of(),
                    past,
                    Pins.NONE);
        }
    }

    /** @param usage what it takes of the computer, as of the last two seconds; empty where that is not known (yet) */
    public record InstanceView(
            String name,
            Condition condition,
            Instant since,
            String address,
            int inFlight,
            Optional<Usage> usage,
            Life life) {}

    /**
     * What is known of an instance's life.
     *
     * @param started when the engine started it
     * @param generation which set of files and settings it runs; a newer one has a larger number
     * @param probes the newest looks at its health, oldest first, at most 120
     */
    public record Life(Instant started, long generation, List<Probing> probes) {
        public Life {
            probes = List.copyOf(probes);
        }
    }

    /** One look at an instance's health: which probe, when it was asked, what it answered, and how long that took. */
    public record Probing(Look look, Instant at, Health health, Duration took) {}

    /** Which of an instance's two probes. */
    public enum Look {
        READINESS,
        LIVENESS
    }

    /** What an instance answered to a probe. */
    public enum Health {
        /** Nobody answered. */
        SILENT,
        /** It answered, but not with 200. */
        NOT_READY,
        READY
    }

    /**
     * What has become of a deployment's instances since the program began.
     *
     * @param ended how many ended by themselves, or were given up
     * @param exits the newest of these, newest first, at most ten
     */
    public record Past(int ended, List<Exit> exits) {

        public static final Past CALM = new Past(0, List.of());

        public Past {
            exits = List.copyOf(exits);
        }
    }

    /** An instance that ended by itself: why, for people ("exit code 3"), and the last lines of its log. */
    public record Exit(String instance, Instant at, String reason, List<String> lastLines) {
        public Exit {
            lastLines = List.copyOf(lastLines);
        }
    }

    public enum Condition {
        STARTING,
        /** It was ready, and its readiness probe fails: it gets no requests for now. */
        UNREADY,
        READY,
        DRAINING,
        ENDED
    }
}
