package dev.sluice.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.desktop.ColorScheme;
import dev.sluice.console.desktop.ThemeChoice;
import dev.sluice.console.desktop.WhenClosed;
import dev.sluice.console.desktop.WindowState;
import dev.sluice.console.shell.Parting;
import dev.sluice.console.shell.Tie;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Selection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A user closes the window, and finds it again as it was left. */
@ExtendWith(ApplicationExtension.class)
class PartingStory {

    private final Frame frame = new Frame();
    private Stage stage;
    private ConsoleScreen console;

    @Start
    void remember_the_stage(Stage given) {
        stage = given;
    }

    @BeforeEach
    void know_the_window(FxRobot robot) {
        console = new ConsoleScreen(robot, frame.desk.control);
    }

    @Test
    void quitting_by_keys_or_palette_asks_like_closing_the_window_does_before_what_is_up_is_stopped(FxRobot robot) {
        frame.tie = new Tie.Host();
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.split()).keys(KeyCode.CONTROL, KeyCode.Q);
        assertThat(stage.isShowing()).isTrue();
        assertThat(console.shows("#leaving")).isTrue();
        assertThat(console.shows("#leaving-ending")).isFalse();
        console.press("#leaving-cancel");

        robot.interact(() -> frame.desk.bench.errands().begin(new HalfDone(frame.desk.bench.errands())));
        console.keys(KeyCode.CONTROL, KeyCode.Q);
        assertThat(console.text("#leaving-ending")).contains("ends with it", "Sending");
        console.press("#leaving-cancel");

        console.keys(KeyCode.CONTROL, KeyCode.K).type("quit").keys(KeyCode.ENTER);
        assertThat(stage.isShowing()).isTrue();
        console.press("#leaving-keep");
        assertThat(stage.isShowing()).isFalse();
        assertThat(frame.window().parting()).isEqualTo(Parting.KEEP_SERVING);
    }

    @Test
    void a_model_that_is_being_registered_is_not_lost_without_a_question(FxRobot robot) {
        frame.tie = new Tie.Host();
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleRegistrations.in(SampleFleets.endpointOnly(), SampleRegistrations.copying()))
                .keys(KeyCode.CONTROL, KeyCode.Q);
        assertThat(stage.isShowing()).isTrue();
        assertThat(console.shows("#leaving")).isTrue();
        console.press("#leaving-stop");
        assertThat(stage.isShowing()).isFalse();
    }

    @Test
    void who_wants_to_be_asked_no_more_at_closing_is_not_until_the_menu_takes_that_back(FxRobot robot) {
        frame.tie = new Tie.Host();
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.split()).keys(KeyCode.CONTROL, KeyCode.Q);
        console.press("#leaving-no-more").press("#leaving-keep");
        var left = frame.window().state();
        assertThat(left.whenClosed()).isEqualTo(WhenClosed.KEEP_SERVING);

        openAgain(robot, left);
        console.runtimeShows(SampleFleets.split()).keys(KeyCode.CONTROL, KeyCode.Q);
        assertThat(stage.isShowing()).isFalse();
        assertThat(frame.window().parting()).isEqualTo(Parting.KEEP_SERVING);

        openAgain(robot, left);
        console.runtimeShows(SampleFleets.split());
        robot.interact(() -> closingChoice("menu.closing.ask").fire());
        console.keys(KeyCode.CONTROL, KeyCode.Q);
        assertThat(console.shows("#leaving")).isTrue();
        console.press("#leaving-cancel");
        assertThat(frame.window().state().whenClosed()).isEqualTo(WhenClosed.ASK);
        robot.interact(stage::hide);
    }

    @Test
    void an_answer_that_was_not_given_is_not_remembered_and_one_that_stops_is(FxRobot robot) {
        frame.tie = new Tie.Host();
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.split()).keys(KeyCode.CONTROL, KeyCode.Q);
        console.press("#leaving-no-more").press("#leaving-cancel");
        assertThat(frame.window().state().whenClosed()).isEqualTo(WhenClosed.ASK);

        robot.interact(() -> closingChoice("menu.closing.stop").fire());
        console.keys(KeyCode.CONTROL, KeyCode.Q);
        assertThat(stage.isShowing()).isFalse();
        assertThat(frame.window().parting()).isEqualTo(Parting.STOP);
        assertThat(frame.window().state().whenClosed()).isEqualTo(WhenClosed.STOP);
    }

    @Test
    void a_window_whose_end_ends_nothing_has_no_such_choice_and_keeps_what_was_chosen(FxRobot robot) {
        frame.tie = new Tie.Guest(() -> 7, CompletableFuture::new);
        frame.open(robot, stage, WindowState.first());
        assertThat(closingMenu()).isEmpty();
        robot.interact(stage::hide);
    }

    @Test
    void quitting_closes_the_window_unasked_while_nothing_is_up(FxRobot robot) {
        frame.tie = new Tie.Host();
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.empty()).keys(KeyCode.CONTROL, KeyCode.Q);

        assertThat(stage.isShowing()).isFalse();
        assertThat(frame.window().parting()).isEqualTo(Parting.STOP);
    }

    @Test
    void a_window_that_nobody_sees_asks_the_runtime_for_nothing(FxRobot robot) {
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.split()).keys(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(frame.traffic().told).isNotEmpty();

        robot.interact(stage::hide);
        waitForFxEvents();

        assertThat(frame.desk.control.fleetWatchers).isEmpty();
        assertThat(frame.traffic().told).endsWith("close");
    }

    @Test
    void a_window_opens_as_it_was_left(FxRobot robot) {
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.split()).choose("green").keys(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.interact(() -> {
            stage.setX(30);
            stage.setY(20);
            stage.setWidth(1200);
            stage.setHeight(760);
        });
        robot.interact(stage::hide);
        var left = frame.window().state();
        assertThat(left.bounds()).contains(new WindowState.Bounds(30, 20, 1200, 760));
        assertThat(left.settings()).containsEntry("color.diabetes/green", "GREEN");

        openAgain(robot, left);
        console.runtimeShows(SampleFleets.split());

        assertThat(stage.getWidth()).isEqualTo(1200);
        assertThat(stage.getX()).isEqualTo(30);
        assertThat(console.title()).isEqualTo("diabetes / green");
        assertThat(frame.traffic().told).first().isEqualTo("open " + new Selection.OfDeployment(SampleFleets.GREEN));
        robot.interact(stage::hide);
    }

    @Test
    void what_was_chosen_and_is_gone_gives_way_to_what_is_there(FxRobot robot) {
        frame.open(
                robot,
                stage,
                new WindowState(
                        Optional.empty(),
                        false,
                        0.3,
                        ThemeChoice.LIGHT,
                        ColorScheme.LIGHT,
                        "a-page-of-old",
                        new Selection.OfDeployment(SampleFleets.GREEN),
                        WhenClosed.ASK,
                        Map.of("gone.page", "setting")));

        console.runtimeShows(SampleFleets.blueLive());

        assertThat(console.title()).isEqualTo("diabetes");
        assertThat(console.field("#overview-uri")).isNotEmpty();
    }

    private void openAgain(FxRobot robot, WindowState left) {
        robot.interact(() -> stage = new Stage());
        frame.open(robot, stage, left);
    }

    private MenuItem closingChoice(String key) {
        return closingMenu().orElseThrow().getItems().stream()
                .filter(item -> item.getText().equals(Messages.of(key)))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Menu> closingMenu() {
        var bar = (MenuBar) stage.getScene().lookup("#shell-menu");
        return bar.getMenus().get(0).getItems().stream()
                .filter(item -> item instanceof Menu menu && menu.getText().equals(Messages.of("menu.closing")))
                .map(Menu.class::cast)
                .findFirst();
    }
}
