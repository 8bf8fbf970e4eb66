package dev.sluice.metrics;

/** How a request came to its deployment. */
public enum RequestKind {
    /** The split chose. */
    TRAFFIC,
    /** The client named the deployment. */
    PINNED,
    /** A copy for the shadow. */
    MIRRORED
}
