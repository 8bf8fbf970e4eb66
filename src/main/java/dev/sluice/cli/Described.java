package dev.sluice.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.Labels;
import java.util.SortedMap;

/** What the user has written of a thing and the cloud prints as it is: labels, and keys that mean something there only. */
final class Described {

    private Described() {}

    static void labels(ObjectNode shape, Labels labels) {
        if (!labels.description().isEmpty()) {
            shape.put("description", labels.description());
        }
        shape.set("tags", texts(labels.tags()));
        shape.set("properties", texts(labels.properties()));
    }

    static ObjectNode texts(SortedMap<String, String> texts) {
        var shape = Shapes.JSON.objectNode();
        texts.forEach(shape::put);
        return shape;
    }

    /** Puts the keys where they stood in the file, in place of a default, unless what they described is not shown. */
    static void cloud(ObjectNode shape, CloudKeys keys) {
        keys.json().forEach((place, json) -> putAt(shape, place, parsed(json)));
    }

    private static void putAt(ObjectNode level, String place, JsonNode value) {
        int dot = place.indexOf('.');
        if (dot < 0) {
            level.set(place, value);
        } else if (level.get(place.substring(0, dot)) instanceof ObjectNode below) {
            putAt(below, place.substring(dot + 1), value);
        }
    }

    static JsonNode parsed(String json) {
        try {
            return Mapper.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }

    /** Made when it is first needed: most of what is shown has no such keys, and the answer is waited for. */
    private static final class Mapper {
        static final ObjectMapper JSON = new ObjectMapper();
    }
}
