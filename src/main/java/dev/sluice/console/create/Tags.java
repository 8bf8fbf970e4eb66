package dev.sluice.console.create;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tags as they are typed: {@code team=vision, stage=test}. */
final class Tags {

    private Tags() {}

    static String text(SortedMap<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(joining(", "));
    }

    /** Empty if a part has no name before its equals sign, or no equals sign. */
    static Optional<SortedMap<String, String>> parse(String text) {
        var tags = new TreeMap<String, String>();
        for (var part : text.split(",")) {
            var equals = part.indexOf('=');
            if (part.isBlank()) {
                continue;
            }
            if (equals < 0 || part.substring(0, equals).isBlank()) {
                return Optional.empty();
            }
            tags.put(
                    part.substring(0, equals).strip(),
                    part.substring(equals + 1).strip());
        }
        return Optional.of(tags);
    }
}
