package dev.sluice.manifest;

import dev.sluice.domain.CloudKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The graphics processors that a description asks a cluster for, which instances do not get here. Pure. */
public final class GraphicsAsked {

    static final String KEY = "nvidia.com/gpu";

    private GraphicsAsked() {}

    /** By the key's place in the file, how many; empty if it asks for none. */
    public static Map<String, String> of(CloudKeys cloud) {
        var resources = NodeJson.keys(cloud.json().getOrDefault("resources", "{}"));
        var asked = new LinkedHashMap<String, String>();
        for (var kind : List.of("requests", "limits")) {
            if (resources.get(kind) instanceof Map<?, ?> amounts
                    && amounts.get(KEY) instanceof String count
                    && !count.equals("0")) {
                asked.put("resources." + kind + "." + KEY, count);
            }
        }
        return asked;
    }
}
