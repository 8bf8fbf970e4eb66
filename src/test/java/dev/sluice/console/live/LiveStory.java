package dev.sluice.console.live;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.console.TestBench;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Selection;
import dev.sluice.control.Fleet;
import io.fair_acc.chartfx.XYChart;
import java.lang.ref.WeakReference;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class LiveStory {

    private final TestBench desk = new TestBench(new FxThread());
    private final Fleet fleet =
            PageFleet.of(BLUE, GREEN).share(BLUE, 100).mirror(GREEN, 10).fleet();
    private final BorderPane window = new BorderPane();

    @Start
    void open_a_window(Stage stage) {
        var scene = new Scene(window, 1140, 760);
        Theme.LIGHT.apply();
        Theme.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void a_user_sees_lines_appear_pauses_and_comes_back_to_live(FxRobot robot) {
        var page = open(robot);
        assertThat(text(robot, "#live-empty-text")).contains("No request came");

        measureFiveMinutes();
        await().until(() ->
                robot.lookup("#live-newest").queryTableView().getItems().size() == 2);
        assertThat(chart(robot).getXAxis().getMax()).isEqualTo(NOON.getEpochSecond());
        assertThat(robot.lookup("#live-empty").query().isVisible()).isFalse();

        robot.clickOn("#live-window-1");
        assertThat(chart(robot).getXAxis().getLength()).isPositive();
        assertThat(chart(robot).getXAxis().getMin()).isEqualTo(NOON.getEpochSecond() - 60);

        robot.clickOn("#live-pause");
        assertThat(text(robot, "#live-pause")).isEqualTo("Back to live");
        robot.clickOn("#live-pause");
        assertThat(text(robot, "#live-pause")).isEqualTo("Pause");
        robot.interact(page::close);
        assertThat(desk.control.trafficWatchers).isEmpty();
    }

    @Test
    void data_in_the_very_moment_of_showing_and_leaving_never_stops_the_window(FxRobot robot) throws Exception {
        var page = open(robot);
        for (int i = 0; i < 10; i++) {
            // The chart gets its scene and its data in one step, then leaves and comes back before any layout.
            robot.interact(() -> {
                window.setCenter(null);
                window.setCenter(page.node());
                page.open(new Selection.OfEndpoint(DIABETES), fleet);
                measureFiveMinutes();
                window.setCenter(null);
                window.setCenter(page.node());
            });
            measureFiveMinutes();
        }

        var alive = new CountDownLatch(1);
        Platform.runLater(alive::countDown);
        assertThat(alive.await(10, SECONDS)).as("the UI thread still runs").isTrue();
        await().until(() ->
                !robot.lookup("#live-newest").queryTableView().getItems().isEmpty());
    }

    @Test
    void a_page_that_was_closed_and_let_go_can_be_collected(FxRobot robot) {
        var page = new WeakReference<>(open(robot));
        measureFiveMinutes();
        await().until(() ->
                !robot.lookup("#live-newest").queryTableView().getItems().isEmpty());

        robot.interact(() -> {
            page.get().close();
            window.setCenter(null);
        });

        await().atMost(20, SECONDS).until(() -> {
            System.gc();
            waitForFxEvents();
            return page.get() == null;
        });
    }

    private LivePage open(FxRobot robot) {
        var made = new LivePage[1];
        robot.interact(() -> {
            made[0] = new LivePage(desk.bench);
            made[0].open(new Selection.OfEndpoint(DIABETES), fleet);
            window.setCenter(made[0].node());
        });
        return made[0];
    }

    private void measureFiveMinutes() {
        PageSamples.fiveMinutes(NOON).forEach(desk.control.trafficWatchers.get(0));
    }

    private static XYChart chart(FxRobot robot) {
        return robot.lookup("#live-chart-latency").queryAs(XYChart.class);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }
}
