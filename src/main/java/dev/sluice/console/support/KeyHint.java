package dev.sluice.console.support;

import java.util.List;

/**
 * Keys, and what they do, as the sheet of keys shows them.
 *
 * @param keys as people read them, such as {@code Ctrl+Enter}
 */
public record KeyHint(String what, String keys) {

    /**
     * @param key a key of {@link Messages}
     * @param keys those that do it, or that do it together, such as {@code Home} and {@code End}
     */
    public static KeyHint of(String key, String... keys) {
        return new KeyHint(Messages.of(key), String.join(", ", List.of(keys)));
    }
}
