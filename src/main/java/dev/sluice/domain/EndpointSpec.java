package dev.sluice.domain;

import java.util.List;

/** An endpoint as its file or form describes it; its traffic is not part of it, since it may not be set at creation. */
public record EndpointSpec(EndpointName name, EndpointKind kind, AuthMode auth, Labels labels, CloudKeys cloud) {

    /** A Kubernetes endpoint is known by the cluster that it names, so some cluster must stand there. */
    public EndpointSpec {
        if (kind == EndpointKind.KUBERNETES && !cloud.json().containsKey("compute")) {
            cloud = cloud.with("compute", "\"azureml:kubernetes\"");
        }
    }

    public EndpointSpec(EndpointName name, EndpointKind kind, AuthMode auth, Labels labels) {
        this(name, kind, auth, labels, CloudKeys.NONE);
    }

    public static EndpointSpec managed(EndpointName name, AuthMode auth) {
        return new EndpointSpec(name, EndpointKind.MANAGED, auth, Labels.NONE);
    }

    /** Why such an endpoint cannot be created here (reference B3); none if it can. Files that say so can be read. */
    public List<Problem> creationProblems() {
        return auth == AuthMode.AAD_TOKEN
                ? List.of(Problem.of(
                        Problem.Code.NOT_SUPPORTED,
                        "auth_mode",
                        "aad_token needs the cloud's directory, which cannot be reached offline",
                        "use 'key' or 'aml_token'"))
                : List.of();
    }
}
