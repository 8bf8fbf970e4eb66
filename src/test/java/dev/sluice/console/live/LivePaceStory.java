package dev.sluice.console.live;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.console.TestBench;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Selection;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** However much is measured, a chart is not drawn more often than an eye can follow. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class LivePaceStory {

    private final TestBench desk = new TestBench(new FxThread());
    private LiveScreen screen;
    private Redraws redraws;

    @Start
    void open_the_live_page(Stage stage) {
        var page = new LivePage(desk.bench);
        var scene = new Scene(page.node(), 1140, 760);
        Theme.LIGHT.apply();
        Theme.dress(scene);
        page.open(
                new Selection.OfEndpoint(DIABETES),
                PageFleet.of(BLUE).share(BLUE, 100).fleet());
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void count_the_redraws_of_a_chart(FxRobot robot) {
        screen = new LiveScreen(robot);
        measure(0);
        screen.awaitRows(1);
        robot.interact(() -> redraws = Redraws.of(screen.chart("rate")));
        await().until(() -> redraws.count() > 0);
        waitForFxEvents();
        redraws.forget();
    }

    @Test
    void a_hundred_samples_that_come_at_once_are_one_redraw(FxRobot robot) {
        robot.interact(() -> {
            for (int second = 1; second <= 100; second++) {
                measure(second);
            }
        });

        await().until(() -> redraws.count() > 0);
        waitForFxEvents();
        assertThat(screen.chart("rate").getXAxis().getMax()).isEqualTo(NOON.getEpochSecond() + 100);
        assertThat(redraws.count()).isEqualTo(1);
    }

    @Test
    void however_often_the_page_changes_within_one_pulse_it_is_drawn_once(FxRobot robot) {
        robot.interact(() -> {
            for (int i = 0; i < 20; i++) {
                robot.lookup("#live-window-1").queryAs(ToggleButton.class).fire();
                robot.lookup("#live-window-15").queryAs(ToggleButton.class).fire();
            }
        });

        await().until(() -> redraws.count() > 0);
        waitForFxEvents();
        assertThat(redraws.count()).isEqualTo(1);
    }

    @Test
    void samples_that_never_stop_are_drawn_ten_times_a_second_at_most(FxRobot robot) {
        long begun = System.nanoTime();
        for (int second = 1; second <= 400; second++) {
            measure(second);
            robot.interact(() -> {});
        }
        double seconds = (System.nanoTime() - begun) / 1e9;

        assertThat(redraws.count()).isLessThanOrEqualTo((int) Math.ceil(10 * seconds) + 1);
    }

    private void measure(int second) {
        desk.control
                .trafficWatchers
                .get(0)
                .accept(PageSamples.of(NOON.plusSeconds(second), BLUE, PageSamples.live(40, 12)));
    }
}
