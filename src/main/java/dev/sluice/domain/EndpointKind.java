package dev.sluice.domain;

/** What the cloud would run the endpoint on. An endpoint is a Kubernetes one when its file has a {@code compute} key. */
public enum EndpointKind {
    MANAGED,
    KUBERNETES
}
