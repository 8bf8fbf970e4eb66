package dev.sluice.domain;

/** An endpoint's two keys, and the one that its tokens are signed with. */
public record EndpointSecrets(Secret primaryKey, Secret secondaryKey, Secret signingKey) {}
