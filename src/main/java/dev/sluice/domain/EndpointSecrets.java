package dev.sluice.domain;

/** An endpoint's two keys, and the one that its tokens are signed with. */
public record EndpointSecrets(Secret primaryKey, Secret secondaryKey, Secret signingKey) {

    /** With {@code key} in the place of the one of that type. */
    public EndpointSecrets with(KeyType type, Secret key) {
        return switch (type) {
            case PRIMARY -> new EndpointSecrets(key, secondaryKey, signingKey);
            case SECONDARY -> new EndpointSecrets(primaryKey, key, signingKey);
        };
    }
}
