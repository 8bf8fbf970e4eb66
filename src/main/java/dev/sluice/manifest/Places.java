package dev.sluice.manifest;

import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Where in a file each of its keys stands, for what only comes to light when the file is made use of, such as a reference
 * to a model that nobody has registered.
 */
public record Places(SortedMap<String, Place> byPath) {

    /** Of what stands in no file that anybody knows. */
    public static final Places NONE = new Places(new TreeMap<>());

    public Places {
        byPath = Collections.unmodifiableSortedMap(new TreeMap<>(byPath));
    }

    /** What an override brought in stands nowhere. */
    static Places of(MappingNode root, Findings findings) {
        var places = new TreeMap<String, Place>();
        collect("", root, findings, places);
        return new Places(places);
    }

    private static void collect(String above, MappingNode keys, Findings findings, SortedMap<String, Place> places) {
        for (var entry : keys.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                var path = above.isEmpty() ? key.getValue() : above + "." + key.getValue();
                var place = findings.placeOf(told(entry));
                if (place.isKnown()) {
                    places.put(path, place);
                }
                if (entry.getValueNode() instanceof MappingNode below) {
                    collect(path, below, findings, places);
                }
            }
        }
    }

    /** A value where there is one to point at; whatever has lines of its own begins with its key. */
    private static Node told(NodeTuple entry) {
        return entry.getValueNode() instanceof ScalarNode value ? value : entry.getKeyNode();
    }

    /** The same problem where its key stands, or the nearest one above; unchanged if it is about nothing in the file. */
    public Problem placed(Problem problem) {
        var path = problem.path();
        while (!problem.place().isKnown() && !path.isEmpty()) {
            var place = byPath.get(path);
            if (place != null) {
                return problem.at(place);
            }
            path = path.substring(0, Math.max(0, path.lastIndexOf('.')));
        }
        return problem;
    }
}
