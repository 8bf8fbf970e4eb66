package dev.sluice.console;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.activity.ActivityPage;
import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.shell.ConsoleWindow;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.traffic.TrafficPage;
import dev.sluice.domain.TrafficSplit;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A change of traffic is taken back from anywhere in the window; the runtime is played by the test. */
@ExtendWith(ApplicationExtension.class)
class RoutingUndoStory {

    private final TestBench desk = new TestBench(new FxThread());
    private PageFleet inForce = PageFleet.of(BLUE, GREEN).share(BLUE, 100);

    @Start
    void open_the_window(Stage stage) {
        desk.control.routed = (endpoint, change) -> {
            inForce = inForce.routed(change.apply(inForce.routing()));
            desk.control.push(inForce.fleet());
        };
        var window = new ConsoleWindow(
                desk.bench,
                desk.questions,
                file -> new Read.Deployment(SampleFleets.spec(SampleFleets.BLUE, 2), List.of()),
                Runnable::run,
                List.of(TrafficPage.entry(desk.bench), ActivityPage.entry(desk.bench)),
                () -> {});
        window.show(stage, Theme.LIGHT);
        desk.control.push(inForce.fleet());
    }

    @Test
    void the_notice_of_a_change_takes_it_back_and_its_own_notice_brings_it_again(FxRobot robot) {
        applyHalf(robot);
        assertThat(notice(robot)).isEqualTo("diabetes: blue 50 %, green 50 %");

        press(robot, "#notice-action");
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE));
        assertThat(notice(robot)).isEqualTo("diabetes: taken back. In force again: blue 100 %");

        press(robot, "#notice-action");
        assertThat(split().shareOf(GREEN).value()).isEqualTo(50);
    }

    @Test
    void on_another_page_the_keys_and_the_menu_take_it_back_too(FxRobot robot) {
        applyHalf(robot);
        turnTo(robot, "overview");
        robot.interact(() -> robot.lookup("#explorer-tree").query().requestFocus());

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        waitForFxEvents();
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE));

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        waitForFxEvents();
        assertThat(split().shareOf(GREEN).value()).isEqualTo(50);

        robot.clickOn("Edit");
        waitForFxEvents();
        robot.clickOn("#action-traffic-undo");
        waitForFxEvents();
        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE));
    }

    @Test
    void all_traffic_moved_by_the_palette_is_taken_back_by_the_same_keys(FxRobot robot) {
        applyHalf(robot);
        turnTo(robot, "overview");

        robot.push(KeyCode.CONTROL, KeyCode.K).write("traffic green").push(KeyCode.ENTER);
        waitForFxEvents();
        assertThat(split()).isEqualTo(TrafficSplit.allTo(GREEN));
        assertThat(notice(robot)).isEqualTo("All live traffic of diabetes goes to green");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        waitForFxEvents();

        assertThat(split().shareOf(GREEN).value()).isEqualTo(50);
    }

    @Test
    void enter_in_a_palette_just_opened_takes_nothing_back(FxRobot robot) {
        applyHalf(robot);

        robot.push(KeyCode.CONTROL, KeyCode.K).push(KeyCode.ENTER);
        waitForFxEvents();

        assertThat(split().shareOf(GREEN).value()).isEqualTo(50);
    }

    @Test
    void the_palette_says_what_undoing_brings_back_and_offers_it_only_when_there_is_something(FxRobot robot) {
        waitForFxEvents();
        assertThat(offeredFor("undochange", robot)).isEmpty();

        applyHalf(robot);

        assertThat(offeredFor("undochange", robot))
                .containsExactly("Undo change of traffic: diabetes back to blue 100 %, Ctrl+Z");
        assertThat(offeredFor("redochange", robot)).isEmpty();
    }

    @Test
    void a_routing_restored_in_the_journal_is_taken_back_by_its_notice(FxRobot robot) {
        waitForFxEvents();
        turnTo(robot, "activity");
        SampleActivity.rollout().forEach(desk.control.activityWatchers.get(0));
        var table = robot.lookup("#activity-table").queryAs(TableView.class);
        await().until(() -> table.getItems().size() == 14);
        robot.interact(() -> table.getSelectionModel().select(0));
        press(robot, "#activity-restore");
        assertThat(split().shareOf(GREEN).value()).isEqualTo(10);

        press(robot, "#notice-action");

        assertThat(split()).isEqualTo(TrafficSplit.allTo(BLUE));
    }

    private void applyHalf(FxRobot robot) {
        waitForFxEvents();
        turnTo(robot, "traffic");
        robot.clickOn("#share-number-green .text-field")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("50")
                .push(KeyCode.ENTER);
        press(robot, "#traffic-apply");
    }

    private static List<String> offeredFor(String typed, FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K).write(typed);
        waitForFxEvents();
        var titles = robot.lookup("#palette-list").lookup(".palette-cell").queryAll().stream()
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList();
        robot.push(KeyCode.ESCAPE);
        waitForFxEvents();
        return titles;
    }

    private TrafficSplit split() {
        return inForce.routing().traffic();
    }

    private static String notice(FxRobot robot) {
        return robot.lookup(".notice-title").queryAs(Labeled.class).getText().replace('\u00a0', ' ');
    }

    private static void press(FxRobot robot, String button) {
        robot.clickOn(button);
        waitForFxEvents();
    }

    private static void turnTo(FxRobot robot, String page) {
        robot.interact(() -> {
            var tabs = (TabPane) robot.lookup(".page-tabs").query();
            var tab = tabs.getTabs().stream().filter(each -> each.getId().equals("tab-" + page));
            tabs.getSelectionModel().select(tab.findFirst().orElseThrow());
        });
        waitForFxEvents();
    }
}
