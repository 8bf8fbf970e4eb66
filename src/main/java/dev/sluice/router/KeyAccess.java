package dev.sluice.router;

import dev.sluice.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Lets in who shows the primary or the secondary key. What is shown is compared with both, whatever the first
 * comparison says, each in a time that depends on the length of what is shown only. Safe from any thread.
 *
 * <p>Digests of both sides are not compared instead: this is done for every request, and a digest would cost more than
 * choosing the deployment and measuring the answer together, and hide no more than the keys' length, which is no secret.
 */
public final class KeyAccess implements Access {

    /** No text's bytes, as 0xFF is in no UTF-8; with an empty key the comparison would be over sooner than with others. */
    private static final byte[] NO_KEY = {(byte) 0xFF};

    private final byte[] primary;
    private final byte[] secondary;

    public KeyAccess(Secret primary, Secret secondary) {
        this(bytes(primary.reveal()), bytes(secondary.reveal()));
    }

    private KeyAccess(byte[] primary, byte[] secondary) {
        this.primary = primary;
        this.secondary = secondary;
    }

    /** Lets nobody in, and takes as long to find that out as if there were keys. */
    public static Access toNobody() {
        return new KeyAccess(NO_KEY, NO_KEY);
    }

    @Override
    public Verdict check(String authorization) {
        var credential = Bearer.credential(authorization);
        if (credential.isEmpty()) {
            return Verdict.BAD_HEADER;
        }
        byte[] shown = bytes(credential);
        boolean isEither = MessageDigest.isEqual(shown, primary) | MessageDigest.isEqual(shown, secondary);
        return isEither ? Verdict.GRANTED : Verdict.DENIED;
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
