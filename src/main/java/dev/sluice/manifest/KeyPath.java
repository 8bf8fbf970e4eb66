package dev.sluice.manifest;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/**
 * The way to a value in a file, as the cloud's client writes it: {@code a.b}, {@code list[0].name},
 * {@code list[name=x]}. A key that has dots of its own stands in quotes: {@code tags."a.b"}.
 */
public record KeyPath(List<Step> steps) {

    /** @throws IllegalArgumentException if there is no step */
    public KeyPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a path has at least one key");
        }
    }

    /** One step on the way. */
    public sealed interface Step {

        record Key(String name) implements Step {
            @Override
            public String toString() {
                return name.contains(".") || name.contains("[") ? '"' + name + '"' : name;
            }
        }

        /** Which item of a list, from 0. */
        record Index(int number) implements Step {
            @Override
            public String toString() {
                return "[" + number + "]";
            }
        }

        /** The one item of a list that has this value. */
        record Match(String key, String value) implements Step {
            @Override
            public String toString() {
                return "[" + key + "=" + value + "]";
            }
        }
    }

    /** @throws IllegalArgumentException if that is no path: why, for people */
    public static KeyPath parse(String text) {
        return new Parser(text).path();
    }

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(joining(".")).replace(".[", "[");
    }

    /** Reads the text from left to right. */
    private static final class Parser {

        private final String text;
        private final List<Step> steps = new ArrayList<>();
        private int at;

        private Parser(String text) {
            this.text = text;
        }

        private KeyPath path() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '[') {
                    steps.add(item(upTo(']')));
                } else if (c == '"' || c == '\'') {
                    steps.add(new Step.Key(upTo(c)));
                } else if (c == '.') {
                    at++;
                } else {
                    steps.add(new Step.Key(word()));
                }
            }
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("'" + text + "' names no key; write such as tags.owner");
            }
            return new KeyPath(steps);
        }

        /** What stands between this character and the next {@code end}. */
        private String upTo(char end) {
            int close = text.indexOf(end, at + 1);
            if (close < 0) {
                throw new IllegalArgumentException("'" + text + "' lacks a closing " + end);
            }
            var inner = text.substring(at + 1, close);
            at = close + 1;
            return inner;
        }

        private String word() {
            int end = at;
            while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
                end++;
            }
            var word = text.substring(at, end);
            at = end;
            return word;
        }

        private Step item(String inner) {
            int equals = inner.indexOf('=');
            if (equals > 0) {
                return new Step.Match(inner.substring(0, equals), inner.substring(equals + 1));
            }
            if (!inner.matches("[0-9]{1,6}")) {
                throw new IllegalArgumentException(
                        "'[" + inner + "]' in '" + text + "' is no item of a list; write [0] or [name=value]");
            }
            return new Step.Index(Integer.parseInt(inner));
        }
    }
}
