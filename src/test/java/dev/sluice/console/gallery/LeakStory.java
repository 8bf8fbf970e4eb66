package dev.sluice.console.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.PageSamples;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.overview.OverviewPage;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Page;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Workbench;
import dev.sluice.console.traffic.TrafficPage;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

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
            for (var subject : List.of("diabetes", "blue")) {
                window.choose(subject);
                for (var page : pages(window)) {
                    lookAt(page, window);
                    window.turnTo("overview");

                    assertThat(control.trafficWatchers).as(page).hasSize(trafficAtRest);
                    assertThat(control.logFollowers).as(page).isEmpty();
                }
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

    @Test
    void a_closed_traffic_page_can_be_collected(FxRobot robot) {
        letsGoOf(robot, new Selection.OfEndpoint(SampleFleets.DIABETES), TrafficPage::new);
    }

    @Test
    void a_closed_overview_of_an_endpoint_can_be_collected(FxRobot robot) {
        letsGoOf(robot, new Selection.OfEndpoint(SampleFleets.DIABETES), LeakStory::overview);
    }

    @Test
    void a_closed_overview_of_a_deployment_can_be_collected(FxRobot robot) {
        letsGoOf(robot, new Selection.OfDeployment(SampleFleets.BLUE), LeakStory::overview);
    }

    private static Page overview(Workbench bench) {
        return new OverviewPage(bench, selection -> {}, endpoint -> {});
    }

    /** The runtime and the workbench outlive the page. */
    private static void letsGoOf(FxRobot robot, Selection selection, Function<Workbench, Page> maker) {
        var desk = new TestBench(new FxThread());
        var stage = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> new Stage());
        var left =
                WaitForAsyncUtils.waitForAsyncFx(5_000, () -> openAndClose(stage, selection, maker.apply(desk.bench)));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            System.gc();
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(left).allSatisfy(part -> assertThat(part.get()).isNull());
        });
        assertThat(desk.control.trafficWatchers).isEmpty();
        robot.interact(stage::close);
    }

    /** The page and what it shows, held by nobody here. */
    private static List<WeakReference<Object>> openAndClose(Stage stage, Selection selection, Page page) {
        var window = new BorderPane(page.node());
        stage.setScene(new Scene(window, 1_140, 760));
        stage.show();
        page.open(selection, SampleFleets.greenShadow());
        page.show(SampleFleets.split());
        window.layout();
        var left = List.of(new WeakReference<Object>(page), new WeakReference<Object>(page.node()));
        page.close();
        window.setCenter(null);
        return left;
    }

    /** Each page's root, of an endpoint and of a deployment, and the drawer's; held by nobody here. */
    private static List<WeakReference<Node>> walk(Showcase window) {
        window.shows(SampleFleets.greenShadow());
        var nodes = new ArrayList<>(lookAtEachPage(window));
        window.choose("blue");
        nodes.addAll(lookAtEachPage(window));
        window.press("#status-jobs").with("#jobs", Node.class, drawer -> nodes.add(new WeakReference<>(drawer)));
        return nodes;
    }

    private static List<WeakReference<Node>> lookAtEachPage(Showcase window) {
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
