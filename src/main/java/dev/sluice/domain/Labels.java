package dev.sluice.domain;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What people write about an endpoint or a deployment; none of it changes what runs. */
public record Labels(String description, SortedMap<String, String> tags, SortedMap<String, String> properties) {

    public static final Labels NONE = new Labels("", new TreeMap<>(), new TreeMap<>());

    public Labels {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    public static Labels of(String description, Map<String, String> tags) {
        return new Labels(description, new TreeMap<>(tags), new TreeMap<>());
    }
}
