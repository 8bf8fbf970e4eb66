package dev.sluice.router;

import dev.sluice.domain.Credentials;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Mints and reads one endpoint's tokens: {@code <expiry, epoch ms>.<HMAC-SHA256 over endpoint and expiry>}. A token is
 * good for this endpoint only, and only until the signing key is changed. Safe from any thread.
 */
public final class AccessTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST_EXPIRY = 15;

    private final String endpoint;
    private final Mac keyed;
    private final Clock clock;
    private final Duration lifetime;

    /** @param lifetime how long a token is good; after three quarters of it a new one should be fetched */
    public AccessTokens(EndpointName endpoint, Secret signingKey, Clock clock, Duration lifetime) {
        this.endpoint = endpoint.folded();
        this.keyed = keyed(signingKey);
        this.clock = clock;
        this.lifetime = lifetime;
    }

    public Credentials.Token mint() {
        var issued = Instant.ofEpochMilli(clock.millis());
        var expires = issued.plus(lifetime);
        var token = expires.toEpochMilli() + "." + signature(expires.toEpochMilli());
        return new Credentials.Token(
                new Secret(token), expires, issued.plus(lifetime.multipliedBy(3).dividedBy(4)));
    }

    /** Whether {@code token} was minted here, and is still good. */
    Access.Verdict verdict(String token) {
        int dot = token.indexOf('.');
        var expiry = dot < 0 ? OptionalLong.empty() : number(token.substring(0, dot));
        if (expiry.isEmpty() || !isSigned(token.substring(dot + 1), expiry.getAsLong())) {
            return Access.Verdict.DENIED;
        }
        return clock.millis() < expiry.getAsLong() ? Access.Verdict.GRANTED : Access.Verdict.EXPIRED;
    }

    private boolean isSigned(String shown, long expiry) {
        return MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8), signature(expiry).getBytes(StandardCharsets.UTF_8));
    }

    private String signature(long expiry) {
        try {
            var mac = (Mac) keyed.clone(); // one is for one thread, and making it anew costs more than using it
            byte[] sum = mac.doFinal((endpoint + '\n' + expiry).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own " + ALGORITHM + " can be cloned", e);
        }
    }

    private static Mac keyed(Secret signingKey) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(signingKey.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Digits only, in the one spelling that {@link #mint} writes: no sign, no leading zero. */
    private static OptionalLong number(String digits) {
        boolean isPlain = !digits.isEmpty()
                && digits.length() <= LONGEST_EXPIRY
                && digits.charAt(0) != '0'
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isPlain ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
