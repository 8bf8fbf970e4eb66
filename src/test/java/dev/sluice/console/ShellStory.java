package dev.sluice.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.desktop.ColorScheme;
import dev.sluice.console.desktop.EngineCheck;
import dev.sluice.console.desktop.ThemeChoice;
import dev.sluice.console.desktop.WhenClosed;
import dev.sluice.console.desktop.WindowState;
import dev.sluice.console.settings.LocalSettings;
import dev.sluice.console.shell.ConsoleWindow;
import dev.sluice.console.shell.Parting;
import dev.sluice.console.shell.Surroundings;
import dev.sluice.console.shell.Tie;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Needs;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.Selection;
import dev.sluice.domain.ImageSubstitutions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the frame does for whoever works in it all day: palette, keyboard, jobs, looks, memory, and bad news. */
@ExtendWith(ApplicationExtension.class)
class ShellStory {

    private final TestBench desk = new TestBench(new FxThread());
    private final List<String> samples = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private BlankPage traffic = new BlankPage();
    private Optional<ColorScheme> desktop = Optional.empty();
    private Optional<String> whyNoDocker = Optional.empty();
    private CompletableFuture<EngineCheck.Finding> dockerLook = new CompletableFuture<>();
    private Tie tie = new Tie.Companion();
    private Stage stage;
    private ConsoleWindow window;
    private ConsoleScreen console;

    @Start
    void remember_the_stage(Stage given) {
        stage = given;
    }

    @BeforeEach
    void know_the_window(FxRobot robot) {
        console = new ConsoleScreen(robot, desk.control);
    }

    @Test
    void a_user_goes_anywhere_by_a_few_letters(FxRobot robot) {
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.split()).keys(KeyCode.CONTROL, KeyCode.K);
        assertThat(console.shows("#palette")).isTrue();

        console.type("dia/gr").keys(KeyCode.ENTER);
        assertThat(console.title()).isEqualTo("diabetes / green");

        console.keys(KeyCode.CONTROL, KeyCode.K).type("traffic blue").keys(KeyCode.ENTER);
        assertThat(desk.control.asked).containsExactly("allTrafficTo diabetes/blue");

        console.keys(KeyCode.CONTROL, KeyCode.K).type("newend").keys(KeyCode.ENTER);
        assertThat(console.shows("#create-endpoint")).isTrue();
    }

    @Test
    void the_palette_offers_all_traffic_to_one_that_is_being_updated(FxRobot robot) {
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.greenUpdating()).keys(KeyCode.CONTROL, KeyCode.K);

        console.type("traffic green").keys(KeyCode.ENTER);

        assertThat(desk.control.asked).containsExactly("allTrafficTo diabetes/green");
    }

    @Test
    void the_palette_goes_away_with_esc_and_the_keyboard_is_where_it_was(FxRobot robot) {
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.split()).choose("blue");
        var before = stage.getScene().getFocusOwner();

        console.keys(KeyCode.CONTROL, KeyCode.K).type("x").keys(KeyCode.ESCAPE);

        assertThat(console.shows("#palette")).isFalse();
        assertThat(stage.getScene().getFocusOwner()).isSameAs(before);
        console.keys(KeyCode.CONTROL, KeyCode.K);
        assertThat(robot.lookup("#palette-field").queryAs(TextField.class).getText())
                .isEmpty();
    }

    @Test
    void a_half_filled_form_is_not_left_by_keys_that_go_elsewhere(FxRobot robot) {
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.split())
                .keys(KeyCode.CONTROL, KeyCode.N)
                .type("churn");

        console.keys(KeyCode.CONTROL, KeyCode.K).keys(KeyCode.CONTROL, KeyCode.DIGIT2);

        assertThat(console.shows("#palette")).isFalse();
        assertThat(traffic.told).isEmpty();
        assertThat(console.field("#create-endpoint-name")).isEqualTo("churn");
    }

    @Test
    void every_key_stands_on_one_sheet(FxRobot robot) {
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.split()).keys(KeyCode.F1);

        assertThat(robot.from(robot.lookup("#keys")).lookup("Ctrl+K").tryQuery())
                .isPresent();
        assertThat(robot.from(robot.lookup("#keys")).lookup("Jobs").tryQuery()).isPresent();

        console.keys(KeyCode.ESCAPE);
        assertThat(console.shows("#keys")).isFalse();
    }

    @Test
    void f6_goes_round_the_parts_of_the_window_and_a_toast_is_answered_with_the_keyboard(FxRobot robot) {
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.crowded()).choose("diabetes");
        var undone = new ArrayList<String>();
        robot.interact(() ->
                desk.bench.notices().reversible("Sent to green", "Undo", Needs.NOTHING, () -> undone.add("undone")));
        console.keys(KeyCode.CONTROL, KeyCode.J);
        assertThat(focused()).isEqualTo("jobs-list");

        console.keys(KeyCode.F6);
        assertThat(focused()).isEqualTo("explorer-tree");
        console.keys(KeyCode.SHIFT, KeyCode.F6);
        assertThat(focused()).isEqualTo("jobs-list");
        console.keys(KeyCode.SHIFT, KeyCode.F6);
        assertThat(focused()).isEqualTo("notice-action");

        console.keys(KeyCode.SPACE);
        assertThat(undone).containsExactly("undone");
        assertThat(console.shows("#notice-action")).isFalse();
    }

    private String focused() {
        return stage.getScene().getFocusOwner().getId();
    }

    @Test
    void the_tree_is_filtered_by_typing_in_it_and_left_by_f6_and_enter(FxRobot robot) {
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.crowded()).choose("diabetes");
        var tree = robot.lookup("#explorer-tree").queryAs(TreeView.class);

        console.type("purple");
        assertThat(console.field("#explorer-filter")).isEqualTo("purple");
        assertThat(stage.getScene().getFocusOwner()).isSameAs(tree);
        assertThat(tree.getExpandedItemCount()).isEqualTo(2);

        console.keys(KeyCode.ESCAPE);
        assertThat(console.field("#explorer-filter")).isEmpty();

        console.keys(KeyCode.F6);
        assertThat(isInside("shell-tabs", stage.getScene().getFocusOwner())
                        || isInside("shell-header", stage.getScene().getFocusOwner()))
                .isTrue();
        console.keys(KeyCode.F6);
        assertThat(stage.getScene().getFocusOwner()).isSameAs(tree);

        console.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("explorer-filter");
    }

    @Test
    void a_user_sees_what_cancelling_would_do_and_cancels(FxRobot robot) {
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.creating()).keys(KeyCode.CONTROL, KeyCode.J);
        assertThat(console.text("#job-effect"))
                .isEqualTo("Cancelling deletes diabetes/blue and its files; no traffic moves");
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("jobs-list");

        console.press("#job-cancel");

        assertThat(desk.control.asked).containsExactly("cancel 1");
        console.keys(KeyCode.ESCAPE);
        assertThat(console.shows("#jobs")).isFalse();
    }

    @Test
    void a_failed_job_is_begun_again_from_wherever_the_user_is(FxRobot robot) {
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.greenFailed()).press("#status-jobs");

        assertThat(console.text("#job-why")).contains("FileNotFoundError");
        console.keys(KeyCode.ALT, KeyCode.K);

        assertThat(desk.control.asked).containsExactly("retry 2");
    }

    @Test
    void the_window_wears_what_the_desktop_wears_also_later(FxRobot robot) {
        desktop = Optional.of(ColorScheme.DARK);
        open(robot, WindowState.first());
        assertThat(Application.getUserAgentStylesheet()).contains("dark");

        console.press("#shell-theme");
        assertThat(Application.getUserAgentStylesheet()).contains("light");
        assertThat(window.state().theme()).isEqualTo(ThemeChoice.LIGHT);

        console.keys(KeyCode.CONTROL, KeyCode.K).type("themedesk").keys(KeyCode.ENTER);
        assertThat(Application.getUserAgentStylesheet()).contains("dark");
        assertThat(window.state().theme()).isEqualTo(ThemeChoice.SYSTEM);
    }

    @Test
    void a_window_opens_as_it_was_left(FxRobot robot) {
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.split()).choose("green").keys(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.interact(() -> {
            stage.setX(30);
            stage.setY(20);
            stage.setWidth(1200);
            stage.setHeight(760);
        });
        robot.interact(stage::hide);
        var left = window.state();
        assertThat(left.bounds()).contains(new WindowState.Bounds(30, 20, 1200, 760));

        traffic = new BlankPage();
        robot.interact(() -> stage = new Stage());
        open(robot, left);
        console.runtimeShows(SampleFleets.split());

        assertThat(stage.getWidth()).isEqualTo(1200);
        assertThat(stage.getX()).isEqualTo(30);
        assertThat(console.title()).isEqualTo("diabetes / green");
        assertThat(traffic.told).first().isEqualTo("open " + new Selection.OfDeployment(SampleFleets.GREEN));
        robot.interact(stage::hide);
    }

    @Test
    void what_was_chosen_and_is_gone_gives_way_to_what_is_there(FxRobot robot) {
        open(
                robot,
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

    @Test
    void a_runtime_that_is_gone_is_said_so_above_everything(FxRobot robot) {
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.split());
        assertThat(console.shows("#banner")).isFalse();

        desk.control.pulse = CompletableFuture.failedFuture(new IllegalStateException("the runtime has ended"));

        await().until(() -> console.shows("#banner"));
        assertThat(console.text("#banner-sentence")).contains("has ended", "start Sluice again");
        console.press("Close Sluice");
        assertThat(stage.isShowing()).isFalse();
    }

    @Test
    void quitting_by_keys_or_palette_asks_like_closing_the_window_does_before_what_is_up_is_stopped(FxRobot robot) {
        tie = new Tie.Host();
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.split()).keys(KeyCode.CONTROL, KeyCode.Q);
        assertThat(stage.isShowing()).isTrue();
        assertThat(console.shows("#leaving")).isTrue();
        console.press("#leaving-cancel");

        console.keys(KeyCode.CONTROL, KeyCode.K).type("quit").keys(KeyCode.ENTER);
        assertThat(stage.isShowing()).isTrue();
        console.press("#leaving-keep");
        assertThat(stage.isShowing()).isFalse();
        assertThat(window.parting()).isEqualTo(Parting.KEEP_SERVING);
    }

    @Test
    void who_wants_to_be_asked_no_more_at_closing_is_not_until_the_menu_takes_that_back(FxRobot robot) {
        tie = new Tie.Host();
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.split()).keys(KeyCode.CONTROL, KeyCode.Q);
        console.press("#leaving-no-more").press("#leaving-keep");
        var left = window.state();
        assertThat(left.whenClosed()).isEqualTo(WhenClosed.KEEP_SERVING);

        openAgain(robot, left);
        console.runtimeShows(SampleFleets.split()).keys(KeyCode.CONTROL, KeyCode.Q);
        assertThat(stage.isShowing()).isFalse();
        assertThat(window.parting()).isEqualTo(Parting.KEEP_SERVING);

        openAgain(robot, left);
        console.runtimeShows(SampleFleets.split());
        robot.interact(() -> closingChoice("menu.closing.ask").fire());
        console.keys(KeyCode.CONTROL, KeyCode.Q);
        assertThat(console.shows("#leaving")).isTrue();
        console.press("#leaving-cancel");
        assertThat(window.state().whenClosed()).isEqualTo(WhenClosed.ASK);
        robot.interact(stage::hide);
    }

    @Test
    void an_answer_that_was_not_given_is_not_remembered_and_one_that_stops_is(FxRobot robot) {
        tie = new Tie.Host();
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.split()).keys(KeyCode.CONTROL, KeyCode.Q);
        console.press("#leaving-no-more").press("#leaving-cancel");
        assertThat(window.state().whenClosed()).isEqualTo(WhenClosed.ASK);

        robot.interact(() -> closingChoice("menu.closing.stop").fire());
        console.keys(KeyCode.CONTROL, KeyCode.Q);
        assertThat(stage.isShowing()).isFalse();
        assertThat(window.parting()).isEqualTo(Parting.STOP);
        assertThat(window.state().whenClosed()).isEqualTo(WhenClosed.STOP);
    }

    @Test
    void a_window_whose_end_ends_nothing_has_no_such_choice_and_keeps_what_was_chosen(FxRobot robot) {
        tie = new Tie.Guest(() -> 7, CompletableFuture::new);
        open(robot, WindowState.first());
        assertThat(closingMenu()).isEmpty();
        robot.interact(stage::hide);
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

    private void openAgain(FxRobot robot, WindowState left) {
        robot.interact(() -> stage = new Stage());
        traffic = new BlankPage();
        open(robot, left);
    }

    @Test
    void quitting_closes_the_window_unasked_while_nothing_is_up(FxRobot robot) {
        tie = new Tie.Host();
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.empty()).keys(KeyCode.CONTROL, KeyCode.Q);

        assertThat(stage.isShowing()).isFalse();
        assertThat(window.parting()).isEqualTo(Parting.STOP);
    }

    @Test
    void without_docker_the_reason_stands_there_and_it_can_be_looked_for_again(FxRobot robot) {
        whyNoDocker = Optional.of("no Docker engine answers at unix:///var/run/docker.sock: No such file or directory");
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.empty());
        assertThat(robot.from(robot.lookup("#welcome"))
                        .lookup(whyNoDocker.get())
                        .tryQuery())
                .isPresent();

        console.press(".engine-again");
        robot.interact(() -> dockerLook.complete(new EngineCheck.Finding.Answers("Docker 24.0.7")));
        waitForFxEvents();

        assertThat(console.text(".engine-finding")).contains("Docker 24.0.7 answers now", "./sluice stop");
    }

    @Test
    void a_window_that_nobody_sees_asks_the_runtime_for_nothing(FxRobot robot) {
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.split()).keys(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(traffic.told).isNotEmpty();

        robot.interact(stage::hide);
        waitForFxEvents();

        assertThat(desk.control.fleetWatchers).isEmpty();
        assertThat(traffic.told).endsWith("close");
    }

    @Test
    void the_sample_is_set_up_once_however_often_it_is_pressed(FxRobot robot) {
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.empty());

        console.press("#welcome-sample").press("#welcome-sample");

        assertThat(samples).hasSize(1);
        assertThat(console.text("#welcome-sample")).isEqualTo("Setting the sample up...");
        robot.interact(() -> window.narrateEnd("The sample could not be set up."));
        assertThat(console.isOffered("#welcome-sample")).isTrue();
    }

    @Test
    void a_press_counts_although_the_button_moves_away_under_it(FxRobot robot) {
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.empty());
        robot.moveTo("#welcome-sample").press(MouseButton.PRIMARY);

        robot.interact(() -> window.narrateEnd("A strip that was not there"));
        waitForFxEvents();
        robot.release(MouseButton.PRIMARY);
        waitForFxEvents();

        assertThat(samples).hasSize(1);
    }

    @Test
    void whoever_asks_for_the_sample_again_is_shown_how_far_it_is(FxRobot robot) {
        open(robot, WindowState.first());
        console.runtimeShows(SampleFleets.empty()).press("#welcome-sample");
        assertThat(console.shows("#narration")).isTrue();
        robot.interact(() -> window.narrateStep(
                1, 3, "Create the endpoint", new Selection.OfEndpoint(SampleFleets.DIABETES), "traffic"));
        console.runtimeShows(SampleFleets.split()).choose("blue").press("#narration .button");
        assertThat(console.shows("#narration")).isFalse();

        console.keys(KeyCode.CONTROL, KeyCode.K).type("sample").keys(KeyCode.ENTER);

        assertThat(console.shows("#narration")).isTrue();
        assertThat(console.title()).isEqualTo("diabetes");
        assertThat(samples).hasSize(1);
    }

    private void open(FxRobot robot, WindowState left) {
        robot.interact(() -> {
            window = new ConsoleWindow(
                    desk.bench,
                    desk.questions,
                    file -> new Read.Deployment(SampleFleets.spec(SampleFleets.BLUE, 1), List.of()),
                    Runnable::run,
                    List.of(new PageEntry("traffic", "overview.title", () -> traffic)),
                    () -> samples.add("sample"));
            window.show(
                    stage,
                    new Surroundings(
                            () -> desktop,
                            told::add,
                            left,
                            new Check(),
                            LocalSettings.inMemory(ImageSubstitutions.NONE),
                            tie));
        });
        waitForFxEvents();
    }

    private static boolean isInside(String id, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (id.equals(at.getId())) {
                return true;
            }
        }
        return false;
    }

    private final class Check implements EngineCheck {

        @Override
        public Optional<String> whyNoDocker() {
            return whyNoDocker;
        }

        @Override
        public CompletionStage<Finding> again() {
            return dockerLook;
        }
    }
}
