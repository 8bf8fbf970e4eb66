package dev.sluice.domain;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which requests and answers a deployment keeps for later (reference 1.7).
 *
 * @param samplingRate the part of all requests that is kept, from 0 to 1
 * @param rolling how often a new file is begun
 * @param collections by name; those called {@code request} and {@code response} are what the router sees
 * @param headers the request headers that are kept beside the bodies
 */
public record DataCollection(
        double samplingRate, Rolling rolling, SortedMap<String, Collection> collections, List<String> headers) {

    /** The collection of what callers send. */
    public static final String REQUESTS = "request";

    /** The collection of what the model answers. */
    public static final String ANSWERS = "response";

    private static final Set<String> PAYLOADS = Set.of(REQUESTS, ANSWERS);

    public static final DataCollection NONE = new DataCollection(1, Rolling.HOUR, new TreeMap<>(), List.of());

    public DataCollection {
        if (!(samplingRate >= 0 && samplingRate <= 1)) {
            throw new IllegalArgumentException("sampling_rate runs from 0 to 1, not " + samplingRate);
        }
        collections = Collections.unmodifiableSortedMap(new TreeMap<>(collections));
        headers = List.copyOf(headers);
    }

    /** Whether that collection is asked for; the cloud does not tell upper case from lower case in its name. */
    public boolean keeps(String collection) {
        return collections.entrySet().stream()
                .anyMatch(entry -> entry.getKey().equalsIgnoreCase(collection)
                        && entry.getValue().enabled());
    }

    /** Whether the router has anything to keep. */
    public boolean keepsPayloads() {
        return keeps(REQUESTS) || keeps(ANSWERS);
    }

    /**
     * What a scoring script is told of it: the collections that it fills itself, through the cloud's package. An
     * instance hears of it when it starts, so that a change of this takes new instances.
     */
    public DataCollection ofScripts() {
        var theirs = new TreeMap<String, Collection>();
        collections.forEach((name, collection) -> {
            if (collection.enabled() && !PAYLOADS.contains(name.toLowerCase(Locale.ROOT))) {
                theirs.put(name, collection);
            }
        });
        return theirs.isEmpty() ? NONE : new DataCollection(samplingRate, rolling, theirs, headers);
    }

    /** One collection. {@code data} is the cloud's name for where it goes, as JSON; empty if the file does not say. */
    public record Collection(boolean enabled, String data) {}

    /** The time that one file covers. */
    public enum Rolling {
        MINUTE,
        HOUR,
        DAY,
        MONTH,
        YEAR
    }
}
