package dev.sluice.domain;

import java.util.Collections;
import java.util.List;
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

    public static final DataCollection NONE = new DataCollection(1, Rolling.HOUR, new TreeMap<>(), List.of());

    public DataCollection {
        if (!(samplingRate >= 0 && samplingRate <= 1)) {
            throw new IllegalArgumentException("sampling_rate runs from 0 to 1, not " + samplingRate);
        }
        collections = Collections.unmodifiableSortedMap(new TreeMap<>(collections));
        headers = List.copyOf(headers);
    }

    /** Whether the router keeps the bodies of requests, or of answers, for this deployment. */
    public boolean keeps(String collection) {
        return collections.containsKey(collection)
                && collections.get(collection).enabled();
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
