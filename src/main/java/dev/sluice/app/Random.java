package dev.sluice.app;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** The program's chance. */
final class Random {

    private static final SecureRandom SOURCE = new SecureRandom();

    private Random() {}

    /** A key of 256 bits, in letters that need no quoting in a shell or a URL. */
    static String key() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    /** Four hexadecimal digits. */
    static String suffix() {
        return HexFormat.of().formatHex(bytes(2));
    }

    /** A GUID, as records of collected data have. */
    static String uuid() {
        return UUID.randomUUID().toString();
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        SOURCE.nextBytes(bytes);
        return bytes;
    }
}
