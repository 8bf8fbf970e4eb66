package dev.sluice.console.overview;

import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet.Health;
import dev.sluice.control.Fleet.Probing;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** An instance's newest probes side by side, oldest at the left, and how long the last took. */
final class ProbeStrip extends HBox {

    private static final int MOST = 10;

    ProbeStrip(List<Probing> probes) {
        getStyleClass().add("probe-strip");
        var shown = probes.subList(Math.max(0, probes.size() - MOST), probes.size());
        shown.forEach(probing -> getChildren().add(bar(probing)));
        var told = told(probes);
        var last = new Label(probes.isEmpty() ? Messages.of("overview.probes.none") : latency(probes));
        last.getStyleClass().add("caption");
        getChildren().add(last);
        setAccessibleText(told);
        Tooltip.install(this, new Tooltip(told));
    }

    private static Region bar(Probing probing) {
        var bar = new Region();
        bar.getStyleClass().addAll("probe", HealthMark.of(probing.health()).styleClass());
        return bar;
    }

    private static String latency(List<Probing> probes) {
        return Messages.of(
                "overview.probes.took", probes.get(probes.size() - 1).took().toMillis());
    }

    private static String told(List<Probing> probes) {
        long good = probes.stream()
                .filter(probing -> probing.health() == Health.READY)
                .count();
        return probes.isEmpty()
                ? Messages.of("overview.probes.none")
                : Messages.of(
                        "overview.probes.told",
                        good,
                        probes.size(),
                        HealthMark.of(probes.get(probes.size() - 1).health()).text());
    }
}
