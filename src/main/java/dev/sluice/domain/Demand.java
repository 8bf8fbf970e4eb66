package dev.sluice.domain;

/** What instances may take of their computer in all, by the limits of their types. */
public record Demand(double cores, long memoryMiB) {

    private static final Demand NONE = new Demand(0, 0);

    /**
     * Of all instances of a deployment; while a version is on its way to take its place, of all of one and a step of the other,
     * whichever way round takes more: so it is at the beginning and at the end, and on the way back.
     *
     * @param profiles what sizes stand for
     */
    public static Demand of(DesiredDeployment deployment, InstanceProfiles profiles) {
        if (deployment.provisioning() instanceof Provisioning.GivenUp) {
            return NONE;
        }
        var own = deployment.spec();
        return deployment
                .coming()
                .map(DesiredDeployment::spec)
                .map(next -> all(own, profiles)
                        .plus(step(next, profiles))
                        .orMore(all(next, profiles).plus(step(own, profiles))))
                .orElseGet(() -> all(own, profiles));
    }

    private static Demand all(DeploymentSpec spec, InstanceProfiles profiles) {
        return of(spec.instanceCount(), profiles.of(spec.instanceType()));
    }

    private static Demand step(DeploymentSpec spec, InstanceProfiles profiles) {
        return of(spec.upgradeStep(), profiles.of(spec.instanceType()));
    }

    private static Demand of(int instances, LocalSize size) {
        return new Demand(instances * size.cores(), instances * size.memoryMiB());
    }

    private Demand orMore(Demand other) {
        return new Demand(Math.max(cores, other.cores), Math.max(memoryMiB, other.memoryMiB));
    }

    /** Of everything that is wanted. */
    public static Demand of(DesiredState desired, InstanceProfiles profiles) {
        return desired.endpoints().values().stream()
                .flatMap(endpoint -> endpoint.deployments().values().stream())
                .map(deployment -> of(deployment, profiles))
                .reduce(NONE, Demand::plus);
    }

    public Demand plus(Demand other) {
        return new Demand(cores + other.cores, memoryMiB + other.memoryMiB);
    }
}
