package dev.sluice.domain;

/** A change that was asked for, or something that happened by itself: what kind, to what, and from what to what. */
public record Deed(Kind kind, Target target, Facet before, Facet after) {

    /** What was asked for, and then what happens without being asked for. */
    public enum Kind {
        CREATE_ENDPOINT,
        UPDATE_ENDPOINT,
        DELETE_ENDPOINT,
        CREATE_DEPLOYMENT,
        UPDATE_DEPLOYMENT,
        DELETE_DEPLOYMENT,
        SCALE,
        TRAFFIC,
        MIRROR,
        /** Traffic and mirror in one change. */
        ROUTING,
        REGENERATE_KEY,
        CANCEL,
        /** The files of the data collector were removed. */
        WIPE_COLLECTED,
        CREATE_ASSET,
        ARCHIVE_ASSET,
        RESTORE_ASSET,
        DELETE_ASSET,
        /** Other local assets stand in for those of the cloud. */
        SUBSTITUTE_ASSETS,
        /** A deployment is up for the first time. */
        READY,
        /** A new version of a deployment has taken the older one's place. */
        UPDATED,
        /** A deployment could not be brought up and was given up. */
        GIVEN_UP,
        /** As many instances as wanted are ready. */
        SCALED,
        /** A deleted deployment's last instance has stopped. */
        GONE,
        /** An instance has ended without being told to, or was given up while it ran. */
        INSTANCE_ENDED,
        /** An instance has failed its readiness probe too often, and gets no requests. */
        INSTANCE_UNREADY,
        /** An instance that was unready takes requests again. */
        INSTANCE_READY_AGAIN
    }

    public static Deed of(Kind kind, EndpointName endpoint) {
        return new Deed(kind, Target.of(endpoint), Facet.none(), Facet.none());
    }

    public static Deed of(Kind kind, DeploymentId deployment) {
        return new Deed(kind, Target.of(deployment), Facet.none(), Facet.none());
    }

    public static Deed of(Kind kind, Target target) {
        return new Deed(kind, target, Facet.none(), Facet.none());
    }

    public Deed from(Facet state) {
        return new Deed(kind, target, state, after);
    }

    public Deed to(Facet state) {
        return new Deed(kind, target, before, state);
    }
}
