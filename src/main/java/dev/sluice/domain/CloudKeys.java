package dev.sluice.domain;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a file says that has no effect here, kept so that it is written as it was read (reference B7).
 *
 * @param json by the key's place in the file, such as {@code identity} or {@code model.flavors}, its value as JSON
 */
public record CloudKeys(SortedMap<String, String> json) {

    public static final CloudKeys NONE = new CloudKeys(new TreeMap<>());

    public CloudKeys {
        json = Collections.unmodifiableSortedMap(new TreeMap<>(json));
    }

    public CloudKeys with(String place, String value) {
        var more = new TreeMap<>(json);
        more.put(place, value);
        return new CloudKeys(more);
    }
}
