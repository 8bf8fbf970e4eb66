package dev.sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;

/** The same values with the keys of every object in order. */
final class InOrder {

    private InOrder() {}

    static JsonNode of(JsonNode node) {
        if (node.isObject()) {
            var sorted = new TreeMap<String, JsonNode>();
            node.properties().forEach(entry -> sorted.put(entry.getKey(), of(entry.getValue())));
            return Shapes.JSON.objectNode().setAll(sorted);
        } else if (node.isArray()) {
            var items = Shapes.JSON.arrayNode();
            node.forEach(item -> items.add(of(item)));
            return items;
        }
        return node;
    }
}
