package dev.sluice.domain;

import java.util.List;
import java.util.Locale;

/**
 * A cloud machine size and the limits it stands for here: how many cores and how much memory one instance gets.
 *
 * @param known whether the size is in our table, or was given in numbers; any other gets the default profile, and the
 *     user is told
 */
public record InstanceType(String name, double cores, long memoryMiB, boolean known) {

    public InstanceType {
        if (!(cores > 0) || Double.isInfinite(cores) || memoryMiB < 1) {
            throw new IllegalArgumentException("no size of an instance: " + cores + " cores, " + memoryMiB + " MiB");
        }
    }

    /** The sizes in our table, smallest first within a family. */
    public static List<InstanceType> table() {
        return InstanceTypes.all();
    }

    public static InstanceType of(String name) {
        return InstanceTypes.profile(name);
    }

    /** The size of this name with limits of its own, as {@code resources.limits} of a cluster's deployment states them. */
    public InstanceType limitedTo(double itsCores, long itsMemoryMiB) {
        return new InstanceType(name, itsCores, itsMemoryMiB, true);
    }

    /** Whether the cloud's machine of this name has a graphics processor; an instance here has none. */
    public boolean hasGraphics() {
        return name.toLowerCase(Locale.ROOT).matches("standard_n[cdgv].*");
    }
}
