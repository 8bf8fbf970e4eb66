package dev.sluice.cli;

import static java.util.Comparator.comparingInt;

import dev.sluice.manifest.Edit;
import dev.sluice.manifest.Edit.Given;
import dev.sluice.manifest.KeyPath;
import dev.sluice.manifest.Overrides;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What {@code --set}, {@code --add} and {@code --remove} change, in the order in which they were typed, and the options
 * that stand for a key of the file, which win over it (reference 1.1). For one thread.
 */
final class Edits {

    private final Arguments given;
    private final List<Edit> edits = new ArrayList<>();

    private Edits(Arguments given) {
        this.given = given;
    }

    static Edits of(Arguments given) {
        var edits = new Edits(given);
        Stream.of(
                        edits.each(Flags.SET, edits::set),
                        edits.each(Flags.ADD, edits::add),
                        edits.each(Flags.REMOVE, Edits::remove))
                .flatMap(Function.identity())
                .sorted(comparingInt(Timed::order))
                .forEach(timed -> edits.edits.addAll(timed.edits()));
        return edits;
    }

    private record Timed(int order, List<Edit> edits) {}

    private Stream<Timed> each(Flag flag, Function<List<String>, List<Edit>> reading) {
        return given.times(flag).stream().map(time -> new Timed(time.order(), reading.apply(time.texts())));
    }

    /** Puts what was given to {@code flag}, if it was, at {@code key}. */
    Edits with(Flag flag, String key) {
        given.text(flag).ifPresent(text -> put(key, new Given.Text(text)));
        return this;
    }

    Edits put(String key, Given value) {
        edits.add(new Edit.Put(KeyPath.parse(key), value));
        return this;
    }

    /** Puts tags that were given to {@code flag}, if they were, at {@code key}, in place of all that is there. */
    Edits withTags(Flag flag, String key) {
        return given.has(flag) ? put(key, new Given.Keys(pairs(flag, given.texts(flag)))) : this;
    }

    /** Likewise for shares, which may all stand in one word: {@code "blue=90 green=10"} (reference A3). */
    Edits withShares(Flag flag, String key) {
        if (!given.has(flag)) {
            return this;
        }
        var words = given.texts(flag).stream()
                .flatMap(text -> Stream.of(text.strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            throw CommandFailed.usage(
                    "argument " + flag + ": expected NAME=PERCENT; write blue=0 to take all traffic away");
        }
        return put(key, new Given.Keys(pairs(flag, words)));
    }

    private static Map<String, String> pairs(Flag flag, List<String> words) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : words) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw CommandFailed.usage("argument " + flag + ": '" + pair + "' is no name=value");
            }
            if (pairs.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw CommandFailed.usage(
                        "argument " + flag + ": '" + pair.substring(0, equals) + "' stands there twice");
            }
        }
        return pairs;
    }

    Overrides overrides() {
        return new Overrides(edits);
    }

    private List<Edit> set(List<String> pairs) {
        return pairs.stream().<Edit>map(this::set).toList();
    }

    private Edit set(String pair) {
        int equals = equalsOutsideOfBrackets(pair);
        if (equals < 1) {
            throw CommandFailed.usage("argument --set: '" + pair + "' is no KEY=VALUE");
        }
        return new Edit.Put(path(Flags.SET, pair.substring(0, equals)), value(pair.substring(equals + 1)));
    }

    /** {@code list[name=x].key=value} has its first equals sign within the path. */
    private static int equalsOutsideOfBrackets(String pair) {
        int depth = 0;
        for (int i = 0; i < pair.length(); i++) {
            char c = pair.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == '=' && depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The path of a list, then its new items; pairs in a row make one item. */
    private List<Edit> add(List<String> words) {
        if (words.size() < 2) {
            throw CommandFailed.usage("argument --add: expected a path and what is to be added");
        }
        var items = new ArrayList<Given>();
        var pairs = new LinkedHashMap<String, String>();
        for (var word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                pairs.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                takeOver(pairs, items);
                items.add(value(word));
            }
        }
        takeOver(pairs, items);
        return List.of(new Edit.Append(path(Flags.ADD, words.get(0)), items));
    }

    private static void takeOver(Map<String, String> pairs, List<Given> items) {
        if (!pairs.isEmpty()) {
            items.add(new Given.Keys(pairs));
            pairs.clear();
        }
    }

    private Given value(String text) {
        return given.has(Flags.FORCE_STRING) ? new Given.Text(text) : new Given.Json(text);
    }

    /** The path of a key, or of a list and the number of the item in it. */
    private static List<Edit> remove(List<String> words) {
        if (words.size() > 2) {
            throw CommandFailed.usage("argument --remove: expected a path, and perhaps the number of an item in it");
        }
        var item = words.size() == 2 ? "[" + words.get(1) + "]" : "";
        return List.of(new Edit.Remove(path(Flags.REMOVE, words.get(0) + item)));
    }

    private static KeyPath path(Flag flag, String text) {
        try {
            return KeyPath.parse(text);
        } catch (IllegalArgumentException none) {
            throw CommandFailed.usage("argument " + flag + ": " + none.getMessage());
        }
    }
}
