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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every text that a person reads. The texts stand in several files, by who looks after them, and are used as one. */
public final class Messages {

    private static final List<String> FILES = List.of(
            "messages",
            "messages/shell",
            "messages/runtime",
            "messages/traffic",
            "messages/live",
            "messages/invoke",
            "messages/overview",
            "messages/collected",
            "messages/likeness",
            "messages/logs",
            "messages/settings",
            "messages/activity",
            "messages/assets");
    private static final Merged BUNDLE = new Merged();

    private Messages() {}

    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /**
     * From now on each text is what {@code language} makes of the one that is written: how a translator, or a test, sees
     * whether the window bears other texts than ours. Safe from any thread.
     *
     * @param language {@link UnaryOperator#identity} for the texts as they are written
     */
    public static void speak(UnaryOperator<String> language) {
        BUNDLE.language = language;
    }

    /** The text of {@code key}, with {@code {0}}, {@code {1}} ... replaced. Without arguments it is taken as it stands. */
    public static String of(String key, Object... arguments) {
        var text = BUNDLE.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(arguments);
    }

    private static final class Merged extends ResourceBundle {

        private final Map<String, String> texts = new HashMap<>();
        private volatile UnaryOperator<String> language = UnaryOperator.identity();

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
            var text = texts.get(Objects.requireNonNull(key));
            return text == null ? null : language.apply(text);
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(texts.keySet());
        }
    }
}
