package dev.sluice.control.http.json;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of Java's in the spelling of the cloud's keys: {@code instanceCount} is {@code instance_count}. */
public final class SnakeCase {

    /** Before a capital that begins a word. A unit is one word: {@code memoryMiB} is {@code memory_mib}. */
    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?<!Mi)(?=[A-Z])");

    private SnakeCase() {}

    public static String of(String name) {
        return WORD.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
