package dev.sluice.console.support;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Every text that a person reads. The texts stand in several files, by who looks after them, and are used as one. */
public final class Messages {

    private static final List<String> FILES = List.of(
            "messages",
            "messages/shell",
            "messages/traffic",
            "messages/live",
            "messages/invoke",
            "messages/overview",
            "messages/logs",
            "messages/activity");
    private static final ResourceBundle BUNDLE = new Merged();

    private Messages() {}

    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /** The text of {@code key}, with {@code {0}}, {@code {1}} ... replaced. Without arguments it is taken as it stands. */
    public static String of(String key, Object... arguments) {
        var text = BUNDLE.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(arguments);
    }

    private static final class Merged extends ResourceBundle {

        private final Map<String, String> texts = new HashMap<>();

        Merged() {
            for (var file : FILES) {
                var part = ResourceBundle.getBundle(file, Locale.ROOT);
                part.keySet().forEach(key -> add(key, part.getString(key)));
            }
        }

        private void add(String key, String text) {
            var before = texts.put(key, text);
            if (before != null) {
                throw new IllegalStateException("two texts for " + key);
            }
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            return texts.get(Objects.requireNonNull(key));
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(texts.keySet());
        }
    }
}
