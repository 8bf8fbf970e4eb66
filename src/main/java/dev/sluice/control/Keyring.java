package dev.sluice.control;

import dev.sluice.domain.AuthMode;
import dev.sluice.domain.Credentials;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.EndpointSecrets;
import dev.sluice.domain.Secret;
import dev.sluice.router.Access;
import dev.sluice.router.AccessTokens;
import dev.sluice.router.KeyAccess;
import dev.sluice.router.TokenAccess;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes endpoints' secrets, the credentials that callers show, and the check that the router does. */
final class Keyring {

    private final Supplier<String> randomKeys;
    private final Clock clock;
    private final Duration tokenLifetime;

    /** @param randomKeys makes a new key that cannot be guessed at each call */
    Keyring(Supplier<String> randomKeys, Clock clock, Duration tokenLifetime) {
        this.randomKeys = randomKeys;
        this.clock = clock;
        this.tokenLifetime = tokenLifetime;
    }

    EndpointSecrets newSecrets() {
        return new EndpointSecrets(newSecret(), newSecret(), newSecret());
    }

    Secret newSecret() {
        return new Secret(randomKeys.get());
    }

    /** Keys as they are; a token is made anew at each call. */
    Credentials credentials(DesiredEndpoint endpoint) {
        return endpoint.spec().auth() == AuthMode.KEY
                ? new Credentials.Keys(
                        endpoint.secrets().primaryKey(), endpoint.secrets().secondaryKey())
                : tokens(endpoint).mint();
    }

    Access access(DesiredEndpoint endpoint) {
        return endpoint.spec().auth() == AuthMode.KEY
                ? new KeyAccess(
                        endpoint.secrets().primaryKey(), endpoint.secrets().secondaryKey())
                : new TokenAccess(tokens(endpoint));
    }

    private AccessTokens tokens(DesiredEndpoint endpoint) {
        return new AccessTokens(endpoint.spec().name(), endpoint.secrets().signingKey(), clock, tokenLifetime);
    }
}
