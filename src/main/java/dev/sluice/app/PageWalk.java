package dev.sluice.app;

import dev.sluice.bench.StallWatch;
import dev.sluice.bench.StallWatch.Stalls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeView;

/** Goes through all pages of a window, for the endpoint and for its deployments, and sees when it stalls. */
final class PageWalk {

    private static final int ROUNDS = 6;
    private static final long STAY = TimeUnit.MILLISECONDS.toNanos(700);

    private final Scene scene;
    private final Executor ui;
    private final Map<String, Stalls> first = new LinkedHashMap<>();
    private final Map<String, Stalls> later = new LinkedHashMap<>();

    PageWalk(Scene scene, Executor ui) {
        this.scene = scene;
        this.ui = ui;
    }

    /** Blocks until the end; what it tells is {@code first_max=31.2 first_max_at=live ...}, in milliseconds. */
    String go() {
        try (var watch = new StallWatch(ui)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (int row = 0; row < 2; row++) {
                    walkPages(row, watch, round == 0 ? first : later);
                }
            }
        }
        return told("first", first) + " " + told("warm", later);
    }

    private void walkPages(int row, StallWatch watch, Map<String, Stalls> seen) {
        var of = row == 0 ? "" : "_of_a_deployment";
        step(() -> chooseRow(row), "choice" + of, watch, seen);
        for (var page : pages()) {
            step(() -> tabs().getSelectionModel().select(page), page.getId().replace("tab-", "") + of, watch, seen);
        }
    }

    /** One at a time, as by hand. */
    private void step(Runnable step, String name, StallWatch watch, Map<String, Stalls> seen) {
        watch.turn();
        ui.execute(step);
        LockSupport.parkNanos(STAY);
        seen.computeIfAbsent(name, unknown -> Stalls.none()).add(watch.turn());
    }

    /** Row 0 is the endpoint, the others its deployments. */
    private void chooseRow(int row) {
        ((TreeView<?>) scene.lookup("#explorer-tree")).getSelectionModel().select(row);
    }

    private List<Tab> pages() {
        var pages = new CompletableFuture<List<Tab>>();
        ui.execute(() -> pages.complete(List.copyOf(tabs().getTabs())));
        return pages.join();
    }

    private TabPane tabs() {
        return (TabPane) scene.lookup(".page-tabs");
    }

    private static String told(String which, Map<String, Stalls> seen) {
        var all = Stalls.none();
        var worst = "";
        for (var page : seen.entrySet()) {
            if (page.getValue().maxMillis() > all.maxMillis()) {
                worst = page.getKey();
            }
            all.add(page.getValue());
        }
        return String.format(
                Locale.ROOT,
                "%1$s_p99=%2$.1f %1$s_max=%3$.1f %1$s_max_at=%4$s",
                which,
                all.p99Millis(),
                all.maxMillis(),
                worst);
    }
}
