package dev.sluice.domain;

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

    public DesiredDeployment withInstanceCount(int count) {
        return new DesiredDeployment(spec.withInstanceCount(count), generation, provisioning);
    }
}
