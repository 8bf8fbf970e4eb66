package dev.sluice.console.overview;

import static dev.sluice.console.support.Presence.showIf;

import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet.Health;
import dev.sluice.control.Fleet.Probing;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** An instance's newest probes side by side, oldest at the left, and how long the last took. */
final class ProbeStrip extends HBox {

    private static final int MOST = 10;

    private final List<Region> bars = Stream.generate(Region::new).limit(MOST).toList();

    private final Label last = new Label();
    private final Tooltip tooltip = new Tooltip();

    ProbeStrip() {
        getStyleClass().add("probe-strip");
        last.getStyleClass().add("caption");
        getChildren().addAll(bars);
        getChildren().add(last);
        Tooltip.install(this, tooltip);
    }

    /** Its nodes are kept: a probe comes every few seconds, and new ones would be styled anew each time. */
    void show(List<Probing> probes) {
        var shown = probes.subList(Math.max(0, probes.size() - MOST), probes.size());
        for (int i = 0; i < MOST; i++) {
            showIf(bars.get(i), i < shown.size());
            if (i < shown.size()) {
                color(bars.get(i), HealthMark.of(shown.get(i).health()).styleClass());
            }
        }
        last.setText(probes.isEmpty() ? Messages.of("overview.probes.none") : latency(probes));
        setAccessibleText(told(probes));
        tooltip.setText(told(probes));
    }

    private static void color(Region bar, String state) {
        if (!bar.getStyleClass().contains(state)) {
            bar.getStyleClass().setAll("probe", state);
        }
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
