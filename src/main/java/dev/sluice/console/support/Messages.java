package dev.sluice.console.support;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Every text that a person reads, from {@code messages.properties}. */
public final class Messages {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages", Locale.ROOT);

    private Messages() {}

    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /** The text of {@code key}, with {@code {0}}, {@code {1}} ... replaced. */
    public static String of(String key, Object... arguments) {
        var text = BUNDLE.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(arguments);
    }
}
