package dev.sluice.console.activity;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.PageFleet;
import dev.sluice.console.SampleActivity;
import dev.sluice.console.TestBench;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Selection;
import dev.sluice.control.Fleet;
import dev.sluice.control.RolloutControl.Outcome;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ActivityStory {

    /** What a page has of 1280 pixels beside the explorer. */
    private static final double WIDTH_IN_A_SMALL_WINDOW = 977;

    private final TestBench desk = new TestBench(new FxThread());
    private final Fleet fleet =
            PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10).fleet();
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
    void a_user_goes_back_to_the_first_release(FxRobot robot) {
        openWithRollout(robot);

        robot.clickOn("#activity-filter").write("first release");
        waitForFxEvents();
        assertThat(text(robot, "#activity-summary")).isEqualTo("1 of 14 entries");
        robot.clickOn("Set traffic");
        waitForFxEvents();
        assertThat(text(robot, "#activity-caption")).contains("alice (console)");
        assertThat(text(robot, "#activity-effect"))
                .isEqualTo("blue: 90 % to 100 % of the live traffic\ngreen: 10 % to 0 % of the live traffic");

        robot.clickOn("#activity-restore-note").write("green drifts");
        robot.clickOn("#activity-restore");
        waitForFxEvents();

        assertThat(desk.control.asked).singleElement().asString().startsWith("applyRouting diabetes");
        assertThat(desk.control.reasons).containsExactly("green drifts");
        assertThat(robot.lookup("#activity-restore-note")
                        .queryAs(TextInputControl.class)
                        .getText())
                .isEmpty();
    }

    @Test
    void in_a_small_window_all_columns_are_in_sight(FxRobot robot) {
        openWithRollout(robot);

        robot.interact(() -> window.setMaxWidth(WIDTH_IN_A_SMALL_WINDOW));
        waitForFxEvents();

        assertThat(robot.lookup("#activity-table .scroll-bar").queryAllAs(ScrollBar.class))
                .filteredOn(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
                .allMatch(bar -> !bar.isVisible());
    }

    @Test
    void a_row_stays_in_sight_when_what_is_told_of_it_takes_the_tables_room(FxRobot robot) {
        openWithRollout(robot);
        TableView<?> table = robot.lookup("#activity-table").queryTableView();

        robot.interact(() -> table.getSelectionModel().selectLast());
        waitForFxEvents();

        assertThat(robot.lookup("#activity-details").query().isVisible()).isTrue();
        var last = robot.lookup("#activity-table .table-row-cell").queryAllAs(TableRow.class).stream()
                .filter(row -> row.isSelected())
                .findFirst()
                .orElseThrow();
        assertThat(last.localToScene(last.getLayoutBounds()).getMaxY())
                .isLessThanOrEqualTo(table.localToScene(table.getLayoutBounds()).getMaxY());
    }

    @Test
    void what_cannot_be_restored_is_not_offered(FxRobot robot) {
        var page = openWithRollout(robot);
        robot.clickOn("#activity-filter").write("first release");
        robot.clickOn("Set traffic");

        robot.interact(() -> page.show(PageFleet.of(GREEN).share(GREEN, 100).fleet()));

        assertThat(text(robot, "#activity-effect"))
                .isEqualTo("Deployment blue is not there any more. What to do: create it again first.");
        assertThat(robot.lookup("#activity-restore").query().isDisabled()).isTrue();
        robot.clickOn("#activity-as-before");
        assertThat(text(robot, "#activity-effect")).contains("green: 100 % to 0 %");
        assertThat(robot.lookup("#activity-restore").query().isDisabled()).isFalse();
    }

    @Test
    void while_a_routing_is_restored_it_cannot_be_asked_for_twice(FxRobot robot) {
        openWithRollout(robot);
        robot.clickOn("#activity-filter").write("first release");
        robot.clickOn("Set traffic");
        var answer = desk.control.outcome = new CompletableFuture<>();

        robot.clickOn("#activity-restore");
        waitForFxEvents();

        var restore = robot.lookup("#activity-restore").query();
        assertThat(restore.isDisabled()).isTrue();
        assertThat(text(robot, "#activity-effect")).isEqualTo("A change of the routing is being applied.");
        assertThat(robot.lookup("#activity-as-after").query().isFocused())
                .as("the keyboard stays nearby")
                .isTrue();

        answer.complete(new Outcome.Refused(List.of()));
        waitForFxEvents();
        assertThat(restore.isDisabled()).isFalse();
        assertThat(text(robot, "#activity-effect")).contains("blue: 90 % to 100 %");
    }

    @Test
    void a_user_takes_the_commands_for_the_cloud_along(FxRobot robot, @TempDir Path folder) throws Exception {
        openWithRollout(robot);
        desk.toPick.add(folder.resolve("activity.sh"));

        robot.clickOn("#activity-script");

        robot.clickOn("#activity-filter").write("nothing like it");
        waitForFxEvents();
        assertThat(robot.lookup("#activity-script").query().isDisabled())
                .as("without a line there is nothing to take along")
                .isTrue();
        await().until(() -> Files.exists(folder.resolve("activity.sh"))
                && Files.readString(folder.resolve("activity.sh")).contains("--traffic \"blue=90 green=10\""));
    }

    @Test
    void a_user_takes_what_is_shown_along_as_a_table(FxRobot robot, @TempDir Path folder) throws Exception {
        openWithRollout(robot);
        robot.clickOn("#activity-filter").write("first release");
        await().until(() -> text(robot, "#activity-summary").equals("1 of 14 entries"));
        desk.toPick.add(folder.resolve("activity.csv"));

        robot.clickOn("#activity-csv");

        await().until(() -> Files.exists(folder.resolve("activity.csv"))
                && Files.readString(folder.resolve("activity.csv")).contains("first release"));
        assertThat(Files.readAllLines(folder.resolve("activity.csv"))).hasSize(2);
    }

    @Test
    void a_user_looks_only_at_what_went_wrong(FxRobot robot) {
        openWithRollout(robot);

        robot.clickOn("#activity-group").clickOn("Refused or failed");
        waitForFxEvents();

        assertThat(text(robot, "#activity-summary")).isEqualTo("2 of 14 entries");
        robot.clickOn("Instance ended");
        waitForFxEvents();
        assertThat(text(robot, "#activity-outcome")).contains("killed by signal 9");
        assertThat(robot.lookup("#activity-restore-box").query().isVisible()).isFalse();
    }

    @Test
    void a_journal_that_cannot_be_read_is_not_said_to_be_on_its_way_and_can_be_read_again(FxRobot robot) {
        desk.control.telling = CompletableFuture.failedFuture(new IllegalStateException("the runtime is gone"));
        robot.interact(() -> {
            var page = new ActivityPage(desk.bench);
            page.open(new Selection.OfEndpoint(DIABETES), fleet);
            window.setCenter(page.node());
        });
        waitForFxEvents();

        assertThat(text(robot, "#activity-empty .label")).contains("could not be read: the runtime is gone");

        desk.control.telling = CompletableFuture.completedFuture(null);
        robot.clickOn("Try again");
        waitForFxEvents();

        assertThat(text(robot, "#activity-empty .label")).contains("Nothing was asked for yet");
        assertThat(desk.control.activityWatchers).as("the first watch is over").hasSize(1);
    }

    @Test
    void an_empty_journal_is_called_empty_once_it_was_looked_at(FxRobot robot) {
        desk.control.telling = new CompletableFuture<>();
        robot.interact(() -> {
            var page = new ActivityPage(desk.bench);
            page.open(new Selection.OfEndpoint(DIABETES), fleet);
            window.setCenter(page.node());
        });
        waitForFxEvents();
        assertThat(text(robot, "#activity-empty .label")).contains("Reading the activity");

        desk.control.telling.complete(null);
        waitForFxEvents();

        assertThat(text(robot, "#activity-empty .label")).contains("Nothing was asked for yet");
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
        var open = new ActivityPage[] {openWithRollout(robot)};
        var page = new WeakReference<>(open[0]);
        robot.interact(() -> robot.lookup("#activity-table")
                .queryAs(TableView.class)
                .getSelectionModel()
                .select(0));

        robot.interact(() -> {
            open[0].close();
            open[0] = null;
            window.setCenter(null);
        });

        assertThat(desk.control.activityWatchers).isEmpty();
        await().atMost(20, SECONDS).until(() -> {
            System.gc();
            waitForFxEvents();
            return page.get() == null;
        });
        robot.interact(own[0]::close);
    }

    private ActivityPage openWithRollout(FxRobot robot) {
        var made = new ActivityPage[1];
        robot.interact(() -> {
            made[0] = new ActivityPage(desk.bench);
            made[0].open(new Selection.OfEndpoint(DIABETES), fleet);
            window.setCenter(made[0].node());
        });
        SampleActivity.rollout().forEach(desk.control.activityWatchers.get(0));
        await().until(() -> text(robot, "#activity-summary").equals("14 entries"));
        return made[0];
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }
}
