package dev.sluice.domain;

import java.util.List;

/**
 * A cloud machine size and the limits it stands for here: how many cores and how much memory one instance gets.
 *
 * @param known whether the size is in our table; an unknown one gets the default profile, and the user is told
 */
public record InstanceType(String name, double cores, long memoryMiB, boolean known) {

    /** The sizes in our table, smallest first within a family. */
    public static List<InstanceType> table() {
        return InstanceTypes.all();
    }

    public static InstanceType of(String name) {
        return InstanceTypes.profile(name);
    }
}
