package dev.sluice.console.support;

import java.util.regex.Pattern;

/** Keeps a number and its unit on one line of a text that is wrapped. Pure. */
public final class Unbroken {

    private static final char NO_BREAK = '\u00a0';
    private static final Pattern BEFORE_UNIT = Pattern.compile("(?<=\\d) (?=%|(?:ms|s|min|h|d|[KMG]iB|cores?)\\b)");

    private Unbroken() {}

    /** {@code the remaining 10 %} with a space in it that is no place for a break. */
    public static String of(String text) {
        return BEFORE_UNIT.matcher(text).replaceAll(String.valueOf(NO_BREAK));
    }
}
