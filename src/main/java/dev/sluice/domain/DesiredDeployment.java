package dev.sluice.domain;

import java.util.Optional;

/**
 * A deployment as it should be.
 *
 * @param generation counts its sets of files and settings over the life of the state folder; an instance of an older
 *     generation is out of date
 */
public record DesiredDeployment(DeploymentSpec spec, long generation, Provisioning provisioning) {

    public DesiredDeployment with(Provisioning changed) {
        return new DesiredDeployment(spec, generation, changed);
    }

    /** With so many instances, also of what is to take its place. */
    public DesiredDeployment withInstanceCount(int count) {
        var changed = provisioning instanceof Provisioning.Replacing replacing
                ? new Provisioning.Replacing(
                        replacing.next().withInstanceCount(count), replacing.generation(), replacing.sources())
                : provisioning;
        return new DesiredDeployment(spec.withInstanceCount(count), generation, changed);
    }

    /** With {@code next} on the way to take its place. */
    public DesiredDeployment replacedBy(DeploymentSpec next, long itsGeneration, Provisioning.Sources sources) {
        return with(new Provisioning.Replacing(next, itsGeneration, sources));
    }

    /** What is to take its place, as a deployment that is on its way up; empty if nothing is. */
    public Optional<DesiredDeployment> coming() {
        return provisioning instanceof Provisioning.Replacing replacing
                ? Optional.of(new DesiredDeployment(
                        replacing.next(), replacing.generation(), new Provisioning.Pending(false)))
                : Optional.empty();
    }
}
