package dev.sluice.console.logs;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.PageFleet;
import dev.sluice.console.TestBench;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Selection;
import dev.sluice.control.LogLine;
import dev.sluice.domain.DeploymentId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.Observable;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** However many lines a second come, an eye can follow. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class LogsPaceStory {

    private static final int LINES = 1_000;
    private static final int AT_A_TIME = 10;

    /** That makes 500 lines a second. */
    private static final int MILLIS_BETWEEN = 20;

    private final TestBench desk = new TestBench(new FxThread());
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger framesNotAtTheEnd = new AtomicInteger();
    private ListView<LogEntry> lines;

    @Start
    void open_the_logs(Stage stage) {
        var page = new LogsPage(desk.bench);
        var scene = new Scene(page.node(), 1140, 760);
        Theme.LIGHT.apply();
        Theme.dress(scene);
        page.open(
                new Selection.OfDeployment(new DeploymentId(DIABETES, BLUE)),
                PageFleet.of(BLUE).share(BLUE, 100).fleet());
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void of_500_lines_a_second_none_is_lost_and_the_newest_are_in_sight_in_each_frame(FxRobot robot) {
        lines = robot.lookup("#logs-lines").query();
        robot.interact(() -> {
            lines.getItems().addListener((Observable changed) -> changes.incrementAndGet());
            lines.getScene().addPostLayoutPulseListener(this::judgeFrame);
        });
        var written = PageAnswers.log(LINES).toList();

        double seconds = pour(robot, written);
        waitForFxEvents();

        assertThat(changes.get())
                .as("changes of the list in %s s", seconds)
                .isLessThanOrEqualTo((int) Math.ceil(10 * seconds) + 1);
        assertThat(framesNotAtTheEnd).hasValue(0);
        assertThat(lines.getItems().stream().map(LogEntry::text).toList())
                .isEqualTo(
                        written.stream().map(line -> line.text().substring(24)).toList());
        assertThat(robot.lookup("#logs-dropped").query().isVisible()).isFalse();
    }

    private void judgeFrame() {
        var newest = lines.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow.getLastVisibleCell() : null;
        if (newest != null && newest.getIndex() != lines.getItems().size() - 1) {
            framesNotAtTheEnd.incrementAndGet();
        }
    }

    /** How many seconds it took until all of them were there. */
    private double pour(FxRobot robot, List<LogLine> written) {
        var follower = desk.control.logFollowers.get(0);
        var waiting = written.iterator();
        var writer = Executors.newSingleThreadScheduledExecutor();
        long begun = System.nanoTime();
        try {
            writer.scheduleAtFixedRate(
                    () -> {
                        for (int i = 0; i < AT_A_TIME && waiting.hasNext(); i++) {
                            follower.accept(waiting.next());
                        }
                    },
                    0,
                    MILLIS_BETWEEN,
                    MILLISECONDS);
            await().until(() -> summary(robot).equals("1,000 lines"));
            return (System.nanoTime() - begun) / 1e9;
        } finally {
            writer.shutdownNow();
        }
    }

    private static String summary(FxRobot robot) {
        return robot.lookup("#logs-summary").queryAs(Labeled.class).getText();
    }
}
