package dev.sluice.domain;

/** What instances may take of their computer in all, by the limits of their types. */
public record Demand(double cores, long memoryMiB) {

    private static final Demand NONE = new Demand(0, 0);

    /** Of all its instances; of a version that is on its way to take its place, if there is one. */
    public static Demand of(DesiredDeployment deployment) {
        if (deployment.provisioning() instanceof Provisioning.GivenUp) {
            return NONE;
        }
        var spec = deployment.coming().orElse(deployment).spec();
        return new Demand(
                spec.instanceCount() * spec.instanceType().cores(),
                spec.instanceCount() * spec.instanceType().memoryMiB());
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
