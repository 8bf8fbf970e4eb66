package dev.sluice.domain;

/** What instances may take of their computer in all, by the limits of their types. */
public record Demand(double cores, long memoryMiB) {

    private static final Demand NONE = new Demand(0, 0);

    /**
     * Of all its instances; while a version is on its way to take its place, of all of one and a step of the other,
     * whichever way round takes more: so it is at the beginning and at the end, and on the way back.
     */
    public static Demand of(DesiredDeployment deployment) {
        if (deployment.provisioning() instanceof Provisioning.GivenUp) {
            return NONE;
        }
        var own = deployment.spec();
        return deployment
                .coming()
                .map(DesiredDeployment::spec)
                .map(next -> all(own).plus(step(next)).orMore(all(next).plus(step(own))))
                .orElseGet(() -> all(own));
    }

    private static Demand all(DeploymentSpec spec) {
        return of(spec.instanceCount(), spec);
    }

    private static Demand step(DeploymentSpec spec) {
        return of(spec.upgradeStep(), spec);
    }

    private static Demand of(int instances, DeploymentSpec spec) {
        return new Demand(
                instances * spec.instanceType().cores(),
                instances * spec.instanceType().memoryMiB());
    }

    private Demand orMore(Demand other) {
        return new Demand(Math.max(cores, other.cores), Math.max(memoryMiB, other.memoryMiB));
    }

    /** Of everything that is wanted. */
    public static Demand of(DesiredState desired) {
        return desired.endpoints().values().stream()
                .flatMap(endpoint -> endpoint.deployments().values().stream())
                .map(Demand::of)
                .reduce(NONE, Demand::plus);
    }

    public Demand plus(Demand other) {
        return new Demand(cores + other.cores, memoryMiB + other.memoryMiB);
    }
}
