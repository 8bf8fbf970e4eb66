package dev.sluice.domain;

/**
 * A cloud machine size and the limits it stands for here: how many cores and how much memory one instance gets.
 *
 * @param known whether the size is in our table; an unknown one gets the default profile, and the user is told
 */
public record InstanceType(String name, double cores, long memoryMiB, boolean known) {

    public static InstanceType of(String name) {
        return InstanceTypes.profile(name);
    }
}
