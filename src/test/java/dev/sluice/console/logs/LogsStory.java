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
import dev.sluice.console.support.Command;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.Selection;
import dev.sluice.control.Fleet;
import dev.sluice.control.LogLine;
import dev.sluice.domain.DeploymentId;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
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
        await().until(() -> isInSight(robot, textOf(299)));
        assertThat(robot.lookup("#logs-follow").query().isVisible()).isFalse();

        robot.clickOn("#logs-lines").push(KeyCode.PAGE_UP).push(KeyCode.PAGE_UP);
        write(List.of(new LogLine("blue-1", "the very newest")));
        await().until(() -> text(robot, "#logs-follow").startsWith("1 new"));
        assertThat(isInSight(robot, "the very newest")).isFalse();

        robot.clickOn("#logs-follow");
        await().until(() -> isInSight(robot, "the very newest"));
        assertThat(robot.lookup("#logs-follow").query().isVisible()).isFalse();
    }

    @Test
    void what_would_do_something_now_can_be_done_by_its_name(FxRobot robot) {
        var page = open(robot, new Selection.OfEndpoint(DIABETES));
        assertThat(names(page)).containsExactly("Wrap long lines");

        write(PageAnswers.log(300).toList());
        await().until(() -> isInSight(robot, textOf(299)));
        assertThat(names(page))
                .containsExactly(
                        "Find in the lines",
                        "Copy the lines chosen, or all",
                        "Export the lines that are shown",
                        "Clear the lines on screen",
                        "Wrap long lines");
        robot.interact(() -> page.commands().get(3).run().run());
        assertThat(text(robot, "#logs-summary")).isEqualTo("0 lines");
    }

    private static List<String> names(LogsPage page) {
        return page.commands().stream().map(Command::title).toList();
    }

    @Test
    void what_a_user_reads_stays_where_it_is_while_lines_come_late_and_older_ones_go(FxRobot robot) {
        open(robot, new Selection.OfDeployment(new DeploymentId(DIABETES, BLUE)));
        write(PageAnswers.log(10_000).toList());
        await().until(() -> text(robot, "#logs-summary").equals("10,000 lines"));
        await().until(() -> isInSight(robot, textOf(9_999)));
        robot.clickOn("#logs-lines").push(KeyCode.PAGE_UP).push(KeyCode.PAGE_UP);
        waitForFxEvents();
        var read = linesAtTop(robot).get(0);

        write(PageAnswers.log(31).toList());
        await().until(() -> text(robot, "#logs-summary").equals("10,031 lines"));
        waitForFxEvents();
        assertThat(linesAtTop(robot)).as("when lines come late").contains(read);

        for (int day = 2; day <= 7; day++) {
            var pour = linesOfDay(day);
            robot.interact(() -> write(pour));
        }
        await().until(() -> text(robot, "#logs-dropped").startsWith("8,031"));
        waitForFxEvents();
        assertThat(linesAtTop(robot)).as("when older lines go").contains(read);
        assertThat(robot.lookup("#logs-dropped").query().isVisible()).isTrue();
    }

    private static List<LogLine> linesOfDay(int day) {
        return PageAnswers.log(8_000)
                .map(line -> new LogLine(line.instance(), line.text().replace("03-01", "03-0" + day)))
                .toList();
    }

    @Test
    void a_filter_finds_the_errors_and_a_search_walks_from_hit_to_hit(FxRobot robot) {
        open(robot, new Selection.OfDeployment(new DeploymentId(DIABETES, BLUE)));
        write(PageAnswers.log(740).toList());
        await().until(() -> text(robot, "#logs-summary").equals("740 lines"));

        goToTheLines(robot);
        robot.push(KeyCode.CONTROL, KeyCode.F).write("keyerror");
        waitForFxEvents();
        assertThat(text(robot, "#logs-search-position")).isEqualTo("20 of 20");
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        waitForFxEvents();
        assertThat(text(robot, "#logs-search-position")).isEqualTo("19 of 20");
        assertThat(isInSight(robot, textOf(686))).isTrue();
        assertThat(markedWords(robot)).isNotEmpty().allMatch("keyerror"::equalsIgnoreCase);
        robot.push(KeyCode.ENTER).push(KeyCode.ENTER);
        waitForFxEvents();
        assertThat(text(robot, "#logs-search-position")).isEqualTo("1 of 20");
        robot.clickOn("#logs-search-next");
        waitForFxEvents();
        assertThat(text(robot, "#logs-search-position")).isEqualTo("2 of 20");
        robot.clickOn("#logs-search-previous").clickOn("#logs-search-previous");
        waitForFxEvents();
        assertThat(text(robot, "#logs-search-position")).isEqualTo("20 of 20");

        robot.clickOn("#logs-filter").write("keyerror");
        waitForFxEvents();
        assertThat(text(robot, "#logs-summary")).isEqualTo("20 of 740 lines");
    }

    @Test
    void no_bar_scrolls_sideways_once_a_filter_has_taken_the_long_lines_away(FxRobot robot) {
        open(robot, new Selection.OfDeployment(new DeploymentId(DIABETES, BLUE)));
        write(PageAnswers.log(210).toList());
        await().until(() -> text(robot, "#logs-summary").equals("210 lines"));
        await().until(() -> barSideways(robot).isVisible());

        robot.clickOn("#logs-filter").write("slow request");
        waitForFxEvents();

        assertThat(text(robot, "#logs-summary")).isEqualTo("8 of 210 lines");
        await().until(() -> !barSideways(robot).isVisible());
    }

    private static Node barSideways(FxRobot robot) {
        return robot.lookup("#logs-lines").lookup(".scroll-bar").queryAllAs(ScrollBar.class).stream()
                .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void how_lines_are_looked_at_is_the_same_after_a_restart(FxRobot robot) {
        var left = LogsPage.entry(desk.bench);
        show(robot, left);
        robot.clickOn("#logs-wrap");
        robot.interact(() -> robot.lookup("#logs-times")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(1));
        robot.interact(left.page()::close);

        var next = LogsPage.entry(desk.bench);
        left.settings().all().forEach(next.settings()::put);
        show(robot, next);

        assertThat(robot.lookup("#logs-wrap").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        assertThat(robot.lookup("#logs-times").queryAs(ComboBox.class).getValue())
                .isEqualTo(LogTimes.UTC);
    }

    private void show(FxRobot robot, PageEntry entry) {
        robot.interact(() -> {
            entry.page().open(new Selection.OfEndpoint(DIABETES), fleet);
            window.setCenter(entry.page().node());
        });
    }

    @Test
    void after_a_crash_a_user_reads_the_last_words_of_the_instance_before(FxRobot robot) {
        open(robot, new Selection.OfDeployment(new DeploymentId(DIABETES, BLUE)));
        write(PageAnswers.log(20)
                .filter(line -> line.instance().equals("blue-1"))
                .toList());
        write(List.of(
                new LogLine("blue-0", "2026-03-01 11:59:02,113 I [53] sluice.access - POST /score 200 5.1ms 84"),
                new LogLine("blue-0", "2026-03-01 11:59:03,000 E [0] sluice - blue-0 has ended: killed by signal 9")));
        await().until(() -> lines(robot).size() == 13);
        assertThat(lines(robot))
                .first()
                .asString()
                .as("by time, whenever they came")
                .contains("POST /score");
        assertThat(lines(robot).get(1)).contains("killed by signal 9");

        robot.clickOn("#logs-instance").clickOn("blue-0 (ended)");
        waitForFxEvents();
        assertThat(lines(robot)).hasSize(2);

        robot.clickOn("#logs-levels").clickOn("Errors only");
        waitForFxEvents();
        assertThat(lines(robot)).singleElement().asString().contains("killed by signal 9");
    }

    private static List<String> lines(FxRobot robot) {
        return robot.lookup("#logs-lines").<ListView<LogEntry>>query().getItems().stream()
                .map(LogEntry::text)
                .toList();
    }

    @Test
    void choosing_one_deployment_ends_the_others_lines(FxRobot robot) {
        var page = open(robot, new Selection.OfEndpoint(DIABETES));
        assertThat(desk.control.logFollowers).hasSize(2);
        write(PageAnswers.log(5).toList());
        await().until(() -> text(robot, "#logs-summary").equals("5 lines"));

        robot.clickOn("#logs-source").clickOn("green");
        waitForFxEvents();
        assertThat(desk.control.logFollowers).hasSize(1);
        assertThat(text(robot, "#logs-summary")).isEqualTo("0 lines");

        robot.interact(page::close);
        assertThat(desk.control.logFollowers).isEmpty();
    }

    @Test
    void a_user_reads_back_to_lines_that_were_not_there_and_what_was_in_sight_stays_in_sight(FxRobot robot) {
        open(robot, new Selection.OfDeployment(new DeploymentId(DIABETES, BLUE)));
        desk.control.written = PageAnswers.log(9_000).toList();
        write(desk.control.written.subList(4_500, 9_000));
        await().until(() -> isInSight(robot, textOf(8_999)));
        goToTheLines(robot);
        robot.push(KeyCode.HOME);
        await().until(() -> isInSight(robot, textOf(4_500)));
        var before = linesAtTop(robot);
        ListView<LogEntry> list = robot.lookup("#logs-lines").query();
        robot.interact(() -> list.getSelectionModel().selectRange(3, 5));
        var chosen = List.copyOf(list.getSelectionModel().getSelectedItems());

        robot.clickOn("#logs-older");

        await().until(() -> text(robot, "#logs-summary").equals("9,000 lines"));
        await().untilAsserted(() -> assertThat(linesAtTop(robot)).isEqualTo(before));
        assertThat(list.getSelectionModel().getSelectedItems()).isEqualTo(chosen);
        assertThat(robot.lookup("#logs-older").query().isVisible())
                .as("there are no more")
                .isFalse();
        robot.push(KeyCode.HOME);
        await().until(() -> isInSight(robot, textOf(0)));
    }

    @Test
    void the_box_names_the_deployment_that_was_chosen_in_the_tree_whatever_comes_and_goes_beside_it(FxRobot robot) {
        var page = open(robot, new Selection.OfDeployment(new DeploymentId(DIABETES, GREEN)));
        assertThat(chosenSource(robot)).as("at once").isEqualTo("green");

        robot.interact(() -> page.show(PageFleet.of(GREEN).fleet()));
        assertThat(chosenSource(robot)).as("another one is gone").isEqualTo("green");
        robot.interact(() -> page.show(fleet));
        assertThat(chosenSource(robot)).as("another one has come").isEqualTo("green");
        robot.interact(() -> page.open(new Selection.OfDeployment(new DeploymentId(DIABETES, BLUE)), fleet));
        assertThat(chosenSource(robot)).isEqualTo("blue");
    }

    private static String chosenSource(FxRobot robot) {
        waitForFxEvents();
        return robot.lookup("#logs-source").queryComboBox().getChildrenUnmodifiable().stream()
                .filter(part -> part instanceof IndexedCell<?>)
                .map(cell -> ((Labeled) cell).getText())
                .findFirst()
                .orElse("");
    }

    @Test
    void a_user_sees_what_one_request_has_written_from_any_line_of_it(FxRobot robot) {
        open(robot, new Selection.OfEndpoint(DIABETES));
        var line = "2026-03-01 12:00:00,000 I [7] sluice.access - POST /score 500 3.1ms 84 my-request";
        var error = "KeyError: 'data'";
        write(List.of(
                new LogLine("blue-1", line.replace("my-request", "another")),
                new LogLine(
                        "blue-1",
                        "2026-03-01 12:00:00,000 E [7] sluice - req=my-request Traceback (most recent call last):"),
                new LogLine("blue-1", error),
                new LogLine("blue-1", line)));
        desk.control.logFollowers.get(1).accept(new LogLine("green-1", line));
        await().until(() -> text(robot, "#logs-summary").equals("5 lines"));
        assertThat(robot.lookup("#logs-request").query().isDisabled()).isTrue();

        await().until(() -> isInSight(robot, error));
        robot.clickOn(robot.lookup(".log-cell").match(isOf(error)).<Node>query());
        robot.clickOn("#logs-request");

        await().until(() -> text(robot, "#logs-summary").equals("4 of 5 lines"));
        assertThat(lines(robot)).as("also of its shadow").contains(error).hasSize(4);
    }

    @Test
    void another_page_leads_here_to_the_lines_of_a_request_whatever_was_hidden_before(FxRobot robot) {
        open(robot, new Selection.OfEndpoint(DIABETES));
        robot.clickOn("#logs-levels").clickOn("Errors only");
        waitForFxEvents();

        robot.interact(() -> desk.bench.jumps().toLogs(new DeploymentId(DIABETES, GREEN), "my-request"));
        var line = "2026-03-01 12:00:00,000 I [7] sluice.access - POST /score 200 3.1ms 84 my-request";
        assertThat(desk.control.logFollowers).as("green alone").hasSize(1);
        write(List.of(new LogLine("green-1", line), new LogLine("green-1", line.replace("my-request", "another"))));

        await().until(() -> isInSight(robot, line.substring(24)));
        assertThat(text(robot, "#logs-summary")).isEqualTo("1 of 2 lines");
    }

    @Test
    void of_two_lines_that_say_the_same_at_the_same_time_the_search_shows_the_one_it_stands_on(FxRobot robot) {
        open(robot, new Selection.OfDeployment(new DeploymentId(DIABETES, BLUE)));
        var between = IntStream.range(0, 400).mapToObj(i -> new LogLine("blue-1", "between " + i));
        write(List.of(new LogLine("blue-1", "twin")));
        write(between.toList());
        write(List.of(new LogLine("blue-1", "twin")));
        await().until(() -> text(robot, "#logs-summary").equals("402 lines"));

        goToTheLines(robot);
        robot.push(KeyCode.HOME).push(KeyCode.CONTROL, KeyCode.F).write("twin");
        waitForFxEvents();

        assertThat(text(robot, "#logs-search-position")).isEqualTo("2 of 2");
        assertThat(isInSight(robot, "between 399")).isTrue();

        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        waitForFxEvents();
        assertThat(text(robot, "#logs-search-position")).isEqualTo("1 of 2");
        assertThat(isInSight(robot, "between 0")).isTrue();
    }

    @Test
    void what_is_shown_can_be_written_to_a_file(FxRobot robot, @TempDir Path folder) {
        open(robot, new Selection.OfEndpoint(DIABETES));
        write(PageAnswers.log(5).toList());
        await().until(() -> text(robot, "#logs-summary").equals("5 lines"));
        desk.toPick.add(folder.resolve("instances.log"));

        robot.clickOn("#logs-export");

        await().until(() -> Files.exists(folder.resolve("instances.log")));
        assertThat(folder.resolve("instances.log")).content().hasLineCount(5);
    }

    @Test
    void thirty_thousand_lines_are_poured_in_with_few_changes_of_the_list_and_the_newest_is_in_sight(FxRobot robot) {
        open(robot, new Selection.OfDeployment(new DeploymentId(DIABETES, BLUE)));
        var changes = new AtomicInteger();
        ListView<?> list = robot.lookup("#logs-lines").query();
        robot.interact(() -> list.getItems().addListener((Observable changed) -> changes.incrementAndGet()));

        var all = PageAnswers.log(30_000).toList();
        for (int from = 0; from < all.size(); from += 10_000) {
            var pour = all.subList(from, from + 10_000);
            // The window is held up meanwhile: what comes then is taken in at one go, however long it took.
            robot.interact(() -> write(pour));
        }

        await().atMost(20, SECONDS).until(() -> isInSight(robot, textOf(29_999)));
        assertThat(text(robot, "#logs-summary")).isEqualTo("10,000 lines");
        assertThat(text(robot, "#logs-dropped")).isEqualTo("20,000 older lines dropped");
        assertThat(changes.get())
                .as("each pour takes lines from the end, adds and drops")
                .isLessThanOrEqualTo(3 * 3);
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
        var held = new LogsPage[] {open(robot, new Selection.OfEndpoint(DIABETES))};
        var page = new WeakReference<>(held[0]);
        write(PageAnswers.log(500).toList());
        await().until(() -> text(robot, "#logs-summary").equals("500 lines"));

        robot.interact(() -> {
            held[0].close();
            held[0] = null;
            window.setCenter(null);
        });

        await().atMost(20, SECONDS).until(() -> {
            System.gc();
            waitForFxEvents();
            return page.get() == null;
        });
        robot.interact(own[0]::close);
    }

    @Test
    void empty_logs_are_called_empty_once_they_were_looked_at(FxRobot robot) {
        desk.control.telling = new CompletableFuture<>();
        open(robot, new Selection.OfEndpoint(DIABETES));
        waitForFxEvents();
        assertThat(text(robot, "#logs-empty .label")).contains("Reading what was written");

        desk.control.telling.complete(null);
        waitForFxEvents();

        assertThat(text(robot, "#logs-empty .label")).contains("Nothing was written yet");
    }

    @Test
    void logs_that_cannot_be_read_are_not_said_to_be_on_their_way_and_can_be_read_again(FxRobot robot) {
        desk.control.telling = CompletableFuture.failedFuture(new IllegalStateException("the runtime is gone"));
        open(robot, new Selection.OfEndpoint(DIABETES));
        waitForFxEvents();

        assertThat(text(robot, "#logs-empty .label")).contains("could not be read: the runtime is gone");
        var lines = robot.lookup("#logs-lines").query();
        assertThat(lines.getAccessibleHelp())
                .as("what a screen reader is told on the empty list")
                .contains("could not be read: the runtime is gone");

        desk.control.telling = CompletableFuture.completedFuture(null);
        robot.clickOn("Try again");
        waitForFxEvents();

        assertThat(text(robot, "#logs-empty .label")).contains("Nothing was written yet");
        assertThat(lines.isFocused()).isTrue();
        assertThat(robot.lookup("Try again").query().isVisible()).isFalse();
    }

    @Test
    void a_way_here_from_elsewhere_does_not_alter_which_levels_a_user_likes_to_see(FxRobot robot) {
        var logs = LogsPage.entry(desk.bench);
        show(robot, logs);
        robot.clickOn("#logs-levels").clickOn("Errors only");
        robot.interact(() -> desk.bench.jumps().toLogs(new DeploymentId(DIABETES, GREEN), "my-request"));

        assertThat(LogHabits.in(logs.settings()).levels()).isEqualTo(LogLevels.ERRORS);
    }

    @Test
    void from_an_endpoint_without_deployments_one_gets_to_the_form_of_the_first(FxRobot robot) {
        var asked = new AtomicBoolean();
        desk.bench.jumps().onFirstDeployment(() -> asked.set(true));
        var page = open(robot, new Selection.OfEndpoint(DIABETES));
        assertThat(robot.lookup("#logs-nobody").query().isVisible()).isFalse();

        robot.interact(() -> page.show(PageFleet.of().fleet()));

        assertThat(robot.lookup("#logs-content").query().isVisible())
                .as("a list of nothing")
                .isFalse();
        robot.clickOn("#logs-first-deployment");
        assertThat(asked).isTrue();
    }

    /** By no click: where one would go to is looked up beside the UI thread, which may be laying out what has just come. */
    private static void goToTheLines(FxRobot robot) {
        robot.interact(() -> robot.lookup("#logs-lines").query().requestFocus());
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

    private static String textOf(int line) {
        return PageAnswers.log(line + 1)
                .skip(line)
                .findFirst()
                .orElseThrow()
                .text()
                .substring(24);
    }

    /** What stands out in the lines that are in sight. */
    private static List<String> markedWords(FxRobot robot) {
        return robot.lookup("#logs-lines").lookup(".log-row").queryAllAs(LineRow.class).stream()
                .filter(LineRow::isVisible)
                .flatMap(text -> text.found().stream().map(span -> text.line().substring(span.from(), span.to())))
                .toList();
    }

    private static boolean isInSight(FxRobot robot, String line) {
        waitForFxEvents();
        return robot.lookup("#logs-lines").lookup(".log-row").queryAllAs(LineRow.class).stream()
                .anyMatch(label -> label.line().equals(line) && label.isVisible() && inList(robot, label));
    }

    /** Two: a bar that comes or goes below moves all by less than a line. */
    private static List<String> linesAtTop(FxRobot robot) {
        return robot.lookup("#logs-lines").lookup(".log-cell").queryAllAs(IndexedCell.class).stream()
                .<IndexedCell<?>>map(cell -> cell)
                .filter(cell -> cell.isVisible() && cell.getItem() != null && inList(robot, cell))
                .sorted(Comparator.comparingInt(cell -> cell.getIndex()))
                .limit(2)
                .map(cell -> ((LogEntry) cell.getItem()).at() + ((LogEntry) cell.getItem()).text())
                .toList();
    }

    private static Predicate<Node> isOf(String line) {
        return node -> node.isVisible()
                && node instanceof IndexedCell<?> cell
                && cell.getItem() instanceof LogEntry entry
                && entry.text().equals(line);
    }

    private static boolean inList(FxRobot robot, Node label) {
        var list = robot.lookup("#logs-lines").query();
        var middle = label.localToScene(label.getBoundsInLocal());
        return list.localToScene(list.getBoundsInLocal()).contains(middle.getMinX(), middle.getCenterY());
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }
}
