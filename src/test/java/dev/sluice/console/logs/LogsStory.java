package dev.sluice.console.logs;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.PageFleet;
import dev.sluice.console.TestBench;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Selection;
import dev.sluice.control.Fleet;
import dev.sluice.control.LogLine;
import dev.sluice.domain.DeploymentId;
import java.lang.ref.WeakReference;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LogsStory {

    private final TestBench desk = new TestBench(new FxThread());
    private final Fleet fleet = PageFleet.of(BLUE, GREEN).share(BLUE, 100).fleet();
    private final BorderPane window = new BorderPane();

    @Start
    void open_a_window(Stage stage) {
        var scene = new Scene(new BorderPane(window), 1140, 760);
        Theme.LIGHT.apply();
        Theme.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void a_user_follows_scrolls_up_is_told_of_new_lines_and_comes_back(FxRobot robot) {
        open(robot, new Selection.OfEndpoint(DIABETES));
        write(PageAnswers.log(300).toList());
        await().until(() ->
                isInSight(robot, PageAnswers.log(300).skip(299).findFirst().orElseThrow()));
        assertThat(robot.lookup("#logs-follow").query().isVisible()).isFalse();

        robot.clickOn("#logs-lines").push(KeyCode.PAGE_UP).push(KeyCode.PAGE_UP);
        write(List.of(new LogLine("blue-1", "the very newest")));
        await().until(() -> text(robot, "#logs-follow").startsWith("1 new"));
        assertThat(isInSight(robot, new LogLine("blue-1", "the very newest"))).isFalse();

        robot.clickOn("#logs-follow");
        await().until(() -> isInSight(robot, new LogLine("blue-1", "the very newest")));
        assertThat(robot.lookup("#logs-follow").query().isVisible()).isFalse();
    }

    @Test
    void a_filter_finds_the_errors(FxRobot robot) {
        open(robot, new Selection.OfDeployment(new DeploymentId(DIABETES, BLUE)));
        write(PageAnswers.log(74).toList());
        await().until(() -> text(robot, "#logs-summary").equals("74 lines"));

        robot.clickOn("#logs-filter").write("keyerror");
        waitForFxEvents();

        assertThat(text(robot, "#logs-summary")).isEqualTo("2 of 74 lines");
    }

    @Test
    void choosing_another_deployment_ends_the_first_ones_lines(FxRobot robot) {
        var page = open(robot, new Selection.OfEndpoint(DIABETES));
        write(PageAnswers.log(5).toList());
        await().until(() -> text(robot, "#logs-summary").equals("5 lines"));

        robot.clickOn("#logs-deployment").clickOn("green");
        waitForFxEvents();
        assertThat(desk.control.logFollowers).hasSize(1);
        assertThat(text(robot, "#logs-summary")).isEqualTo("0 lines");

        robot.interact(page::close);
        assertThat(desk.control.logFollowers).isEmpty();
    }

    /** In a window of its own: TestFX keeps every event of the test's stage, and with it who it was sent to. */
    @Test
    void a_page_that_was_closed_and_let_go_can_be_collected(FxRobot robot) {
        var own = new Stage[1];
        robot.interact(() -> {
            own[0] = new Stage();
            own[0].setScene(new Scene(new BorderPane(window), 800, 600));
            Theme.dress(own[0].getScene());
            own[0].setX(0);
            own[0].setY(0);
            own[0].show();
        });
        var page = new WeakReference<>(open(robot, new Selection.OfEndpoint(DIABETES)));
        write(PageAnswers.log(500).toList());
        await().until(() -> text(robot, "#logs-summary").equals("500 lines"));

        robot.interact(() -> {
            page.get().close();
            window.setCenter(null);
        });

        await().atMost(20, SECONDS).until(() -> {
            System.gc();
            waitForFxEvents();
            return page.get() == null;
        });
        robot.interact(own[0]::close);
    }

    private LogsPage open(FxRobot robot, Selection selection) {
        var made = new LogsPage[1];
        robot.interact(() -> {
            made[0] = new LogsPage(desk.bench);
            made[0].open(selection, fleet);
            window.setCenter(made[0].node());
        });
        return made[0];
    }

    private void write(List<LogLine> lines) {
        lines.forEach(desk.control.logFollowers.get(0));
    }

    private static boolean isInSight(FxRobot robot, LogLine line) {
        waitForFxEvents();
        return robot.lookup("#logs-lines").lookup(".log-text").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.getText().equals(line.text()) && label.isVisible() && inList(robot, label));
    }

    private static boolean inList(FxRobot robot, Labeled label) {
        var list = robot.lookup("#logs-lines").query();
        var middle = label.localToScene(label.getBoundsInLocal());
        return list.localToScene(list.getBoundsInLocal()).contains(middle.getMinX(), middle.getCenterY());
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }
}
