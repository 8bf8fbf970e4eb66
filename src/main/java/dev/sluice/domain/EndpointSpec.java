package dev.sluice.domain;

/** An endpoint as its file or form describes it; its traffic is not part of it, since it may not be set at creation. */
public record EndpointSpec(EndpointName name, EndpointKind kind, AuthMode auth, Labels labels) {

    public static EndpointSpec managed(EndpointName name, AuthMode auth) {
        return new EndpointSpec(name, EndpointKind.MANAGED, auth, Labels.NONE);
    }
}
