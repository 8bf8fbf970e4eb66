package dev.sluice.console.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.PageSamples;
import dev.sluice.console.SampleFleets;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What a window has looked at is let go: pages are opened all day, and the runtime outlives each window. */
@ExtendWith(ApplicationExtension.class)
class LeakStory {

    private static final int LINES = 300;

    @Test
    void a_page_that_was_left_watches_nothing_more(FxRobot robot) {
        try (var window = Showcase.open(robot, Look.LIGHT)) {
            window.shows(SampleFleets.greenShadow());
            var control = window.desk.control;
            int trafficAtRest = control.trafficWatchers.size();
            for (var page : pages(window)) {
                lookAt(page, window);
                window.turnTo("overview");

                assertThat(control.trafficWatchers).as(page).hasSize(trafficAtRest);
                assertThat(control.logFollowers).as(page).isEmpty();
            }
        }
    }

    @Test
    void a_closed_window_is_forgotten_with_all_its_pages(FxRobot robot) {
        var window = Showcase.open(robot, Look.LIGHT);
        var runtime = window.desk.control;
        var nodes = walk(window);
        window.close();
        window = null;

        // The toolkit remembers the window that the pointer and the keyboard were in last, until there is another.
        var next = Showcase.open(robot, Look.LIGHT);
        try (next) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                System.gc();
                assertThat(nodes).allSatisfy(node -> assertThat(node.get()).isNull());
            });
        }
        assertThat(runtime.fleetWatchers).isEmpty();
    }

    /** Each page's root, held by nobody here. */
    private static List<WeakReference<Node>> walk(Showcase window) {
        window.shows(SampleFleets.greenShadow());
        var nodes = new ArrayList<WeakReference<Node>>();
        for (var page : pages(window)) {
            lookAt(page, window);
            window.with(
                    ".page-tabs",
                    TabPane.class,
                    tabs -> nodes.add(new WeakReference<>(
                            tabs.getSelectionModel().getSelectedItem().getContent())));
        }
        return nodes;
    }

    private static void lookAt(String page, Showcase window) {
        window.turnTo(page)
                .measured(PageSamples.fiveMinutes(SampleFleets.greenShadow(), SampleFleets.NOW))
                .logged(PageAnswers.log(LINES));
    }

    private static List<String> pages(Showcase window) {
        var ids = new ArrayList<String>();
        window.with(
                ".page-tabs",
                TabPane.class,
                tabs -> tabs.getTabs().forEach(tab -> ids.add(tab.getId().replace("tab-", ""))));
        return List.copyOf(ids);
    }
}
