package dev.sluice.console.logs;

import dev.sluice.console.support.DeploymentColor;
import java.util.HashMap;
import java.util.Map;

/** Tells the instances of one deployment apart: each new one gets the next colour. For the UI thread only. */
final class InstanceColors {

    private final Map<String, DeploymentColor> given = new HashMap<>();

    DeploymentColor of(String instance) {
        var colors = DeploymentColor.values();
        return given.computeIfAbsent(instance, name -> colors[given.size() % colors.length]);
    }

    void forgetAll() {
        given.clear();
    }
}
