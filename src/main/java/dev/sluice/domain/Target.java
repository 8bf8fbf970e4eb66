package dev.sluice.domain;

import java.util.Optional;

/** What a change is about: an endpoint as a whole, one of its deployments, or something in the registry. */
public sealed interface Target {

    /** The endpoint that it is about, or that the deployment belongs to; empty for what is in the registry. */
    default Optional<EndpointName> endpoint() {
        return Optional.empty();
    }

    record OfEndpoint(EndpointName name) implements Target {
        @Override
        public Optional<EndpointName> endpoint() {
            return Optional.of(name);
        }

        @Override
        public String toString() {
            return name.toString();
        }
    }

    record OfDeployment(DeploymentId deployment) implements Target {
        @Override
        public Optional<EndpointName> endpoint() {
            return Optional.of(deployment.endpoint());
        }

        @Override
        public String toString() {
            return deployment.toString();
        }
    }

    /** A model or environment. What was refused may have no name or version, or ones that cannot be. */
    record OfAsset(AssetKind kind, String name, String version) implements Target {

        public OfAsset {
            name = oneLine(name);
            version = oneLine(version);
        }

        private static String oneLine(String text) {
            return text.replaceAll("\\R", " ");
        }

        @Override
        public String toString() {
            return kind.word() + (name.isEmpty() ? "" : " " + name) + (version.isEmpty() ? "" : ":" + version);
        }
    }

    /** What stands in for assets of the cloud. */
    record OfSubstitutions() implements Target {
        @Override
        public String toString() {
            return "substitutions";
        }
    }

    static Target of(EndpointName endpoint) {
        return new OfEndpoint(endpoint);
    }

    static Target of(DeploymentId deployment) {
        return new OfDeployment(deployment);
    }

    static Target of(AssetId asset) {
        return new OfAsset(asset.kind(), asset.name(), asset.version());
    }

    static Target ofSubstitutions() {
        return new OfSubstitutions();
    }
}
