package dev.sluice.console.live;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.BusySamples;
import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Selection;
import dev.sluice.control.Change;
import dev.sluice.control.Change.What;
import dev.sluice.control.Fleet;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class LiveStory {

    @TempDir
    private Path folder;

    private final TestBench desk = new TestBench(new FxThread());
    private final Fleet fleet =
            PageFleet.of(BLUE, GREEN).share(BLUE, 100).mirror(GREEN, 10).fleet();
    private final BorderPane window = new BorderPane();
    private LiveScreen screen;

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

    @BeforeEach
    void know_the_page(FxRobot robot) {
        screen = new LiveScreen(robot);
    }

    @Test
    void a_user_sees_lines_appear_pauses_goes_back_in_time_and_returns_to_live(FxRobot robot) {
        var page = open(robot);
        assertThat(screen.text("#live-reason-latency")).contains("Reading what was measured");

        measureFiveMinutes();
        screen.awaitRows(2);
        assertThat(screen.chart("latency").getXAxis().getMax()).isEqualTo(NOON.getEpochSecond());
        assertThat(screen.text("#live-reason-latency")).isEmpty();
        assertThat(screen.text("#live-range")).isEqualTo("11:55:00 – 12:00:00, 1 s a point, percentiles of up to 10 s");

        assertThat(screen.text("#live-key-latency")).contains("last 100 requests");

        screen.press("1 min");
        assertThat(screen.chart("memory").getXAxis().getMin()).isEqualTo(NOON.getEpochSecond() - 60);

        screen.press("#live-pause");
        assertThat(screen.shows("#live-return")).isTrue();
        screen.press("#live-back");
        assertThat(screen.text("#live-range")).startsWith("11:58:30 – 11:59:30");

        screen.press("#live-return");
        assertThat(screen.shows("#live-pause")).isTrue();
        assertThat(screen.text("#live-range")).startsWith("11:59:00 – 12:00:00");
        robot.interact(page::close);
        assertThat(desk.control.trafficWatchers).isEmpty();
    }

    @Test
    void what_would_do_something_now_can_be_done_by_its_name(FxRobot robot) {
        var page = open(robot);
        measureFiveMinutes();
        screen.awaitRows(2);

        run(robot, page, "Pause the charts");
        assertThat(screen.shows("#live-return")).isTrue();
        run(robot, page, "Go back to live");
        assertThat(screen.shows("#live-pause")).isTrue();
        run(robot, page, "Show the numbers as a table");
        run(robot, page, "Show the numbers as charts");
    }

    private static void run(FxRobot robot, LivePage page, String command) {
        robot.interact(() -> page.commands().stream()
                .filter(offered -> offered.title().equals(command))
                .findFirst()
                .orElseThrow()
                .run()
                .run());
    }

    @Test
    void a_user_points_at_a_moment_in_one_chart_and_reads_all_numbers_of_it(FxRobot robot) {
        open(robot);
        measureFiveMinutes();
        screen.awaitRows(2);

        screen.pointInto("latency", 0.5);
        await().untilAsserted(() -> assertThat(screen.readoutTitle()).startsWith("At 11:57:3"));
        assertThat(screen.crosshairIsInAllCharts()).isTrue();

        screen.focusCharts().key(KeyCode.ESCAPE);
        assertThat(screen.readoutTitle()).startsWith("Newest, 12:00:00");
        screen.key(KeyCode.LEFT).key(KeyCode.LEFT);
        assertThat(screen.readoutTitle()).startsWith("At 11:59:58");
        await().untilAsserted(() -> assertThat(screen.toldAtFirstLatency("green, shadow"))
                .matches("Of \\d\\d requests that succeeded, in 10 s"));
    }

    @Test
    void a_change_is_marked_in_the_charts_and_says_what_it_was_under_the_mouse(FxRobot robot) {
        open(robot);
        var change = new Change(NOON.minusSeconds(150), new What.Scaled(BLUE, 1, 2));
        PageSamples.fiveMinutes(NOON).stream()
                .map(sample -> sample.at().equals(change.at()) ? changed(sample, change) : sample)
                .forEach(desk.control.trafficWatchers.get(0));
        screen.awaitRows(2);

        screen.pointInto("latency", 0.5);

        await().untilAsserted(() -> assertThat(screen.marksSay()).contains("11:57:30  blue scaled from 1 to 2"));
        await().untilAsserted(() -> assertThat(screen.readoutTitle()).endsWith(": blue scaled from 1 to 2"));
    }

    private TrafficSample changed(TrafficSample sample, Change change) {
        return BusySamples.with(sample, fleet.endpoints().get(0).routing(), List.of(), List.of(change));
    }

    @Test
    void a_users_row_brings_out_its_lines_in_all_charts_while_pointed_at_or_chosen(FxRobot robot) {
        open(robot);
        measureFiveMinutes();
        screen.awaitRows(2);
        screen.awaitFull("rate", DeploymentColor.BLUE);

        screen.pointAtRow("green, shadow");
        screen.awaitFaded("rate", DeploymentColor.BLUE);
        screen.awaitFull("rate", DeploymentColor.GREEN);

        screen.clickRow("blue").pointInto("latency", 0.5);
        measureFiveMinutes();
        screen.awaitFull("rate", DeploymentColor.BLUE);
        screen.awaitFaded("rate", DeploymentColor.GREEN);

        screen.clickRow("blue").pointInto("latency", 0.5);
        screen.awaitFull("rate", DeploymentColor.GREEN);

        screen.clickRow("blue").pointInto("latency", 0.5).key(KeyCode.ESCAPE);
        screen.awaitFull("rate", DeploymentColor.GREEN);
    }

    @Test
    void a_user_reads_the_numbers_as_a_table_and_takes_them_along(FxRobot robot) throws Exception {
        open(robot);
        measureFiveMinutes();
        screen.awaitRows(2);

        screen.press("#live-as-table");
        assertThat(screen.table().getItems()).hasSize(602);
        assertThat(screen.table().getItems().get(0).at()).isEqualTo(NOON.getEpochSecond());

        desk.toPick.add(folder.resolve("numbers.csv"));
        screen.press("#live-export").press("Numbers (CSV)");
        assertThat(Files.readAllLines(folder.resolve("numbers.csv"))).hasSize(603);

        screen.press("#live-as-table");
        desk.toPick.add(folder.resolve("picture.png"));
        screen.press("#live-export").press("Picture (PNG)");
        await().until(() -> desk.notices.notices().size() == 2);
        assertThat(Files.readAllBytes(folder.resolve("picture.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void deployments_called_the_same_have_the_colours_of_the_endpoint_turned_to(FxRobot robot) {
        var page = open(robot);
        measureFiveMinutes();
        screen.awaitRows(2).press("#live-as-table");
        assertThat(screen.dots("#live-all")).containsExactly(DeploymentColor.BLUE.styleClass());
        var iris = new EndpointName("iris");
        var colors = desk.bench.colors();
        colors.of(new DeploymentId(iris, new DeploymentName("blue-v1")));

        screen.press("#live-as-table");
        robot.interact(() -> page.open(
                new Selection.OfEndpoint(iris), PageFleet.of(BLUE, GREEN).fleetOf(iris)));
        measureFiveMinutes();
        screen.awaitRows(2);

        var other = colors.of(new DeploymentId(iris, BLUE)).styleClass();
        assertThat(screen.dots("#live-newest")).containsExactly(other);
        screen.press("#live-as-table");
        assertThat(screen.dots("#live-all")).containsExactly(other);
    }

    @Test
    void a_picture_holds_all_charts_also_those_that_the_window_has_no_room_for(FxRobot robot) throws Exception {
        var low = openLowWindow(robot, 290);
        open(robot);
        PageSamples.fiveMinutes(PageFleet.of(BLUE).share(BLUE, 100).fleet(), NOON)
                .forEach(desk.control.trafficWatchers.get(0));
        screen.awaitRows(1);
        assertThat(screen.chartIsInSight("latency")).isTrue();
        await().until(() -> !screen.chartIsInSight("shares"));
        await().untilAsserted(() -> assertThat(screen.times().keySet())
                .as("times in sight")
                .contains("11:56:00", "11:57:00", "11:58:00", "11:59:00"));
        assertThat(screen.times().get("11:57:00"))
                .isCloseTo(screen.placeOf(NOON.minusSeconds(180).getEpochSecond(), "latency"), within(1.0));

        desk.toPick.add(folder.resolve("picture.png"));
        screen.press("#live-export").press("Picture (PNG)");
        await().until(() -> desk.notices.notices().size() == 1);

        // Shares are in the second of three rows of charts.
        var picture = new Image(folder.resolve("picture.png").toUri().toString());
        double third = picture.getHeight() / 3;
        var blue = Color.web(DeploymentColor.BLUE.hex());
        assertThat(Pixels.hasWithin(picture, blue, 0, third)).isTrue();
        assertThat(Pixels.hasWithin(picture, blue, third, 1.7 * third)).isTrue();
        assertThat(picture.getHeight()).isGreaterThan(290);
        robot.interact(low::close);
    }

    @Test
    void the_charts_keep_their_time_axis_when_the_window_has_less_room(FxRobot robot) {
        var lower = openLowWindow(robot, 650);
        var crowded = SampleFleets.crowded();
        var page = open(robot);
        robot.interact(() -> page.open(
                new Selection.OfEndpoint(crowded.endpoints().get(0).spec().name()), crowded));
        BusySamples.of(crowded.endpoints().get(0), NOON, 10).forEach(desk.control.trafficWatchers.get(0));
        screen.awaitRows(6);

        await().until(() -> screen.chartIsWhollyInSight("memory"));
        screen.clickRow("canary-2026-03").awaitRows(9); // its three instances have rows of their own now
        screen.clickRow("canary-2026-03").awaitRows(6);
        robot.interact(lower::close);
    }

    @Test
    void the_only_row_is_not_hidden_by_a_bar_that_scrolls_along_it(FxRobot robot) {
        var narrow = openLowWindow(robot, 700);
        robot.interact(() -> narrow.setWidth(800));
        open(robot);
        PageSamples.fiveMinutes(PageFleet.of(BLUE).share(BLUE, 100).fleet(), NOON)
                .forEach(desk.control.trafficWatchers.get(0));
        screen.awaitRows(1);

        await().until(() -> screen.scrollsAlongTheRows() && screen.rowIsFreeOfTheBar("blue"));
        robot.interact(narrow::close);
    }

    /** One of its own: how low the test's may be has been said by whatever story was there before. */
    private Stage openLowWindow(FxRobot robot, int height) {
        var made = new Stage[1];
        robot.interact(() -> {
            made[0] = new Stage();
            made[0].setScene(new Scene(new BorderPane(window), 1140, height));
            Theme.dress(made[0].getScene());
            made[0].setX(0);
            made[0].setY(0);
            made[0].show();
        });
        return made[0];
    }

    @Test
    void a_file_that_cannot_be_written_is_told(FxRobot robot) {
        open(robot);
        measureFiveMinutes();
        screen.awaitRows(2);

        desk.toPick.add(folder.resolve("no such folder").resolve("numbers.csv"));
        screen.press("#live-export").press("Numbers (CSV)");

        assertThat(desk.notices.notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.title()).contains("could not be saved"));
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
        screen.awaitRows(2);
    }

    @Test
    void a_page_that_was_closed_and_let_go_can_be_collected(FxRobot robot) {
        var held = new LivePage[] {open(robot)};
        var page = new WeakReference<>(held[0]);
        measureFiveMinutes();
        screen.awaitRows(2);

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
    }

    @Test
    void from_an_endpoint_without_deployments_one_gets_to_the_form_of_the_first(FxRobot robot) {
        var asked = new AtomicBoolean();
        desk.bench.jumps().onFirstDeployment(() -> asked.set(true));
        var page = open(robot);
        assertThat(screen.shows("#live-empty")).isFalse();

        robot.interact(() -> page.show(PageFleet.of().fleet()));

        assertThat(screen.shows("#live-tools")).as("tools over nothing").isFalse();
        screen.press("#live-first-deployment");
        assertThat(asked).isTrue();
    }

    private LivePage open(FxRobot robot) {
        var made = new LivePage[1];
        robot.interact(() -> {
            made[0] = new LivePage(desk.bench);
            made[0].open(new Selection.OfEndpoint(DIABETES), fleet);
            window.setCenter(made[0].node());
        });
        waitForFxEvents();
        return made[0];
    }

    private void measureFiveMinutes() {
        PageSamples.fiveMinutes(NOON).forEach(desk.control.trafficWatchers.get(0));
    }
}
