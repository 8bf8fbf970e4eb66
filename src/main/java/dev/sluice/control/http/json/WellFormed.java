package dev.sluice.control.http.json;

import java.nio.charset.StandardCharsets;

/** Texts as Unicode has them. */
final class WellFormed {

    private static final int SHORT = 60;

    private WellFormed() {}

    /** The same, but for halves of characters, which a text has that was cut in the middle of one: UTF-8 has none. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return text;
    }

    /** Its beginning, for a message. */
    static String abridged(String text) {
        return text.length() <= SHORT ? text : of(text.substring(0, SHORT)) + "...";
    }
}
