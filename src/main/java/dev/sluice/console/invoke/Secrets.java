package dev.sluice.console.invoke;

import dev.sluice.control.Invocation.Field;
import java.util.Locale;
import java.util.Set;

/** Which header fields must never be written to disk. */
final class Secrets {

    private static final Set<String> NAMES = Set.of("authorization", "proxy-authorization", "cookie", "set-cookie");

    private Secrets() {}

    static boolean isSecret(Field field) {
        return isSecret(field.name());
    }

    /** Those of HTTP itself, and whatever calls itself a key, a token or a secret. */
    static boolean isSecret(String name) {
        var folded = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(folded)
                || folded.contains("token")
                || folded.contains("secret")
                || folded.endsWith("key");
    }
}
