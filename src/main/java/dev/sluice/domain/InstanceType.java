package dev.sluice.domain;

import java.util.Locale;

/**
 * A machine size as a deployment asks for it: what that is on this computer, {@link InstanceProfiles} say.
 *
 * @param name the cloud's, or that of a cluster's instance type
 * @param resources what a cluster's deployment asks for besides
 */
public record InstanceType(String name, Resources resources) {

    public static InstanceType of(String name) {
        return new InstanceType(name, Resources.NONE);
    }

    public InstanceType asking(Resources itsResources) {
        return new InstanceType(name, itsResources);
    }

    /** Whether the cloud's machine of this name has a graphics processor; an instance here has none. */
    public boolean hasGraphics() {
        return name.toLowerCase(Locale.ROOT).matches("standard_n[cdgv].*");
    }
}
