package dev.sluice.console.jobs;

import static dev.sluice.console.SampleFleets.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.SampleRegistrations;
import dev.sluice.console.TestBench;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Views;
import dev.sluice.control.Job;
import dev.sluice.domain.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A build tells line after line while somebody reads. */
@ExtendWith(ApplicationExtension.class)
class JobLogStory {

    private final TestBench desk = new TestBench(new FxThread());
    private final JobsViewModel jobs = new JobsViewModel(desk.bench);
    private final List<Job.Line> told = new ArrayList<>();
    private TextArea log;

    @Start
    void open_the_jobs(Stage stage) {
        var node = (Region) Views.load("jobs", new JobsView(jobs));
        var scene = new Scene(node, 1200, 360);
        Theme.LIGHT.apply();
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        log = (TextArea) node.lookup("#job-log");
    }

    @Test
    void who_is_at_the_end_sees_each_new_line(FxRobot robot) {
        tells(robot, 200);
        double before = log.getScrollTop();
        assertThat(before).isGreaterThan(2_000);

        tells(robot, 40);
        tells(robot, 40);

        assertThat(log.getScrollTop()).isGreaterThan(before + 80);
        assertThat(log.getText()).endsWith("line 279");
    }

    @Test
    void who_reads_further_up_is_left_there(FxRobot robot) {
        tells(robot, 200);
        double end = log.getScrollTop();
        // TestFX names the direction that the content moves in.
        robot.moveTo(log).scroll(30, VerticalDirection.DOWN);
        waitForFxEvents();
        double before = log.getScrollTop();
        assertThat(before).isLessThan(end);

        tells(robot, 40);
        tells(robot, 40);

        assertThat(log.getScrollTop()).isCloseTo(before, within(0.5));
        assertThat(log.getText()).endsWith("line 279");
    }

    @Test
    void what_is_marked_stays_marked_and_in_sight(FxRobot robot) {
        tells(robot, 200);
        robot.clickOn(log);
        robot.interact(() -> log.selectRange(log.getLength() - 8, log.getLength()));
        double before = log.getScrollTop();

        tells(robot, 40);

        assertThat(log.getSelectedText()).isEqualTo("line 199");
        assertThat(log.getScrollTop()).isCloseTo(before, within(0.5));
    }

    @Test
    void who_goes_back_to_the_end_follows_again(FxRobot robot) {
        tells(robot, 200);
        robot.clickOn(log).push(KeyCode.CONTROL, KeyCode.HOME);
        tells(robot, 40);
        robot.push(KeyCode.CONTROL, KeyCode.END);
        waitForFxEvents();
        double end = log.getScrollTop();

        tells(robot, 40);

        assertThat(log.getScrollTop()).isGreaterThan(end + 40);
    }

    @Test
    void a_bar_shows_how_far_a_copy_is(FxRobot robot) {
        robot.interact(() -> {
            jobs.openProperty().set(true);
            jobs.show(SampleRegistrations.in(SampleFleets.empty(), SampleRegistrations.copying()));
        });
        waitForFxEvents();

        var bar = robot.lookup(".job-progress").queryAs(ProgressBar.class);
        assertThat(bar.getProgress()).isEqualTo(0.25);
        assertThat(bar.getHeight()).as("it is not squeezed away").isGreaterThan(8);
    }

    private void tells(FxRobot robot, int lines) {
        int from = told.size();
        IntStream.range(from, from + lines).forEach(i -> told.add(new Job.Line(NOW, Phase.ENVIRONMENT, "line " + i)));
        desk.control.jobLines = List.copyOf(told);
        robot.interact(() -> {
            jobs.openProperty().set(true);
            jobs.show(SampleFleets.creating());
        });
        waitForFxEvents();
        waitForFxEvents();
    }
}
