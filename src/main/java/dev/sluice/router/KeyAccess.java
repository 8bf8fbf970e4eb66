package dev.sluice.router;

import dev.sluice.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Lets in who shows the primary or the secondary key. It keeps no key, only digests; both are compared whatever the
 * first comparison says, each in constant time. Safe from any thread.
 */
public final class KeyAccess implements Access {

    private static final int DIGEST_BYTES = 32;

    private final byte[] primary;
    private final byte[] secondary;

    public KeyAccess(Secret primary, Secret secondary) {
        this(digest(primary.reveal()), digest(secondary.reveal()));
    }

    private KeyAccess(byte[] primary, byte[] secondary) {
        this.primary = primary;
        this.secondary = secondary;
    }

    /** Lets nobody in, at the same cost as a real endpoint: nobody knows a text with an all-zero digest. */
    public static Access toNobody() {
        return new KeyAccess(new byte[DIGEST_BYTES], new byte[DIGEST_BYTES]);
    }

    @Override
    public Verdict check(String authorization) {
        var credential = Bearer.credential(authorization);
        if (credential.isEmpty()) {
            return Verdict.BAD_HEADER;
        }
        byte[] shown = digest(credential);
        boolean isEither = MessageDigest.isEqual(shown, primary) | MessageDigest.isEqual(shown, secondary);
        return isEither ? Verdict.GRANTED : Verdict.DENIED;
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
