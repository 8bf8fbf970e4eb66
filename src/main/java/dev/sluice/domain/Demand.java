package dev.sluice.domain;

/** What instances may take of their computer in all, by the limits of their types. */
public record Demand(double cores, long memoryMiB) {

    private static final Demand NONE = new Demand(0, 0);

    /**
     * Of all its instances; while a version is on its way to take its place, of whichever takes more, so that the way back
     * is open too.
     */
    public static Demand of(DesiredDeployment deployment) {
        if (deployment.provisioning() instanceof Provisioning.GivenUp) {
            return NONE;
        }
        var own = of(deployment.spec());
        return deployment
                .coming()
                .map(coming -> of(coming.spec()))
                .map(next -> new Demand(Math.max(own.cores, next.cores), Math.max(own.memoryMiB, next.memoryMiB)))
                .orElse(own);
    }

    private static Demand of(DeploymentSpec spec) {
        var size = spec.instanceType();
        return new Demand(spec.instanceCount() * size.cores(), spec.instanceCount() * size.memoryMiB());
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
