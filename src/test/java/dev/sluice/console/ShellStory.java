package dev.sluice.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.desktop.ColorScheme;
import dev.sluice.console.desktop.EngineCheck;
import dev.sluice.console.desktop.ThemeChoice;
import dev.sluice.console.desktop.WindowState;
import dev.sluice.console.support.Needs;
import dev.sluice.console.support.Selection;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the frame does for whoever works in it all day: palette, keyboard, jobs, looks, first steps, and bad news. */
@ExtendWith(ApplicationExtension.class)
class ShellStory {

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
    void a_user_goes_anywhere_by_a_few_letters(FxRobot robot) {
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.split()).keys(KeyCode.CONTROL, KeyCode.K);
        assertThat(console.shows("#palette")).isTrue();

        console.type("dia/gr").keys(KeyCode.ENTER);
        assertThat(console.title()).isEqualTo("diabetes / green");

        console.keys(KeyCode.CONTROL, KeyCode.K).type("traffic blue").keys(KeyCode.ENTER);
        assertThat(frame.desk.control.asked).containsExactly("allTrafficTo diabetes/blue");

        console.keys(KeyCode.CONTROL, KeyCode.K).type("newend").keys(KeyCode.ENTER);
        assertThat(console.shows("#create-endpoint")).isTrue();
    }

    @Test
    void pages_are_built_while_nobody_is_at_the_window_and_opened_when_somebody_turns_to_them(FxRobot robot) {
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.split());
        var page = frame.traffic();

        robot.interact(frame.window()::buildAhead);
        frame.desk.clock.forward(1);
        await().until(() -> page.node().getScene() != null);
        assertThat(page.told).isEmpty();

        robot.clickOn("#tab-traffic");
        assertThat(page.told).isNotEmpty();
    }

    @Test
    void the_palette_offers_all_traffic_to_one_that_is_being_updated(FxRobot robot) {
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.greenUpdating()).keys(KeyCode.CONTROL, KeyCode.K);

        console.type("traffic green").keys(KeyCode.ENTER);

        assertThat(frame.desk.control.asked).containsExactly("allTrafficTo diabetes/green");
    }

    @Test
    void what_needs_a_page_is_gone_to_with_the_keyboard_at_the_right_control(FxRobot robot) {
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.split()).press("#tab-traffic");

        console.keys(KeyCode.CONTROL, KeyCode.K).type("scale green").keys(KeyCode.ENTER);
        assertThat(console.title()).isEqualTo("diabetes / green");
        assertThat(focused()).isEqualTo("overview-wanted");

        console.keys(KeyCode.CONTROL, KeyCode.K).type("rotate").keys(KeyCode.ENTER);
        assertThat(console.title()).isEqualTo("diabetes");
        assertThat(focused()).isEqualTo("overview-regenerate-primary");

        console.keys(KeyCode.CONTROL, KeyCode.K).type("delete endpoint").keys(KeyCode.ENTER);
        assertThat(console.shows("#question")).isTrue();
        assertThat(frame.desk.control.asked).isEmpty();
    }

    @Test
    void a_line_of_the_tree_has_a_menu_of_what_can_be_done_with_it(FxRobot robot) {
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.split());

        var tree = robot.lookup("#explorer-tree").queryAs(TreeView.class);
        console.choose("green");
        robot.interact(() -> askForMenu(tree));
        assertThat(tree.getContextMenu().getItems())
                .extracting(MenuItem::getText)
                .containsExactly("Page", "Scale...", "Redeploy...", "Copy name", "Copy scoring URI", "Delete...");
        robot.interact(tree.getContextMenu().getItems().get(3)::fire);
        assertThat(frame.desk.copied).containsExactly("green");

        console.choose("diabetes");
        robot.interact(() -> askForMenu(tree));
        var items = tree.getContextMenu().getItems();
        robot.interact(items.get(items.size() - 1)::fire);
        assertThat(console.shows("#question")).isTrue();
    }

    /** The robot's right button does not come to more than a press. */
    private static void askForMenu(Node tree) {
        tree.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 20, 20, 20, 20, false, null));
    }

    @Test
    void the_palette_goes_away_with_esc_and_the_keyboard_is_where_it_was(FxRobot robot) {
        frame.open(robot, stage, WindowState.first());
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
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.split())
                .keys(KeyCode.CONTROL, KeyCode.N)
                .type("churn");

        console.keys(KeyCode.CONTROL, KeyCode.K).keys(KeyCode.CONTROL, KeyCode.DIGIT2);

        assertThat(console.shows("#palette")).isFalse();
        assertThat(frame.traffic().told).isEmpty();
        assertThat(console.field("#create-endpoint-name")).isEqualTo("churn");
    }

    @Test
    void every_key_stands_on_one_sheet(FxRobot robot) {
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.split()).press("#tab-traffic").keys(KeyCode.F1);

        var inMenus = robot.lookup("#shell-menu").queryAs(MenuBar.class).getMenus().stream()
                .flatMap(ShellStory::keysIn)
                .toList();
        assertThat(inMenus).contains("Ctrl+K", "F1", "Ctrl+1", "Ctrl+G");
        var sheet = robot.from(robot.lookup("#keys")).lookup(".key-cap").queryAllAs(Label.class).stream()
                .flatMap(cap -> Stream.of(cap.getText().split(" \\.\\.\\. ")))
                .toList();
        assertThat(sheet).containsAll(inMenus);
        assertThat(sheet).as("the open page's own").contains("Ctrl+B");

        console.keys(KeyCode.ESCAPE);
        assertThat(console.shows("#keys")).isFalse();
    }

    private static Stream<String> keysIn(MenuItem item) {
        var below = item instanceof Menu menu ? menu.getItems().stream() : Stream.<MenuItem>empty();
        return Stream.concat(
                Optional.ofNullable(item.getAccelerator()).stream().map(KeyCombination::getDisplayText),
                below.flatMap(ShellStory::keysIn));
    }

    @Test
    void f6_goes_round_the_parts_of_the_window_and_a_toast_is_answered_with_the_keyboard(FxRobot robot) {
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.crowded()).choose("diabetes");
        var undone = new ArrayList<String>();
        robot.interact(() -> frame.desk
                .bench
                .notices()
                .reversible("Sent to green", "Undo", Needs.NOTHING, () -> undone.add("undone")));
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
        frame.open(robot, stage, WindowState.first());
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
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.creating()).keys(KeyCode.CONTROL, KeyCode.J);
        assertThat(console.text("#job-effect"))
                .isEqualTo("Cancelling deletes diabetes/blue and its files; no traffic moves");
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("jobs-list");

        console.press("#job-cancel");

        assertThat(frame.desk.control.asked).containsExactly("cancel 1");
        console.keys(KeyCode.ESCAPE);
        assertThat(console.shows("#jobs")).isFalse();
    }

    @Test
    void a_failed_job_is_begun_again_from_wherever_the_user_is(FxRobot robot) {
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.greenFailed()).press("#status-jobs");

        assertThat(console.text("#job-why")).contains("FileNotFoundError");
        console.keys(KeyCode.ALT, KeyCode.K);

        assertThat(frame.desk.control.asked).containsExactly("retry 2");
    }

    @Test
    void the_window_wears_what_the_desktop_wears_also_later(FxRobot robot) {
        frame.desktop = Optional.of(ColorScheme.DARK);
        frame.open(robot, stage, WindowState.first());
        assertThat(Application.getUserAgentStylesheet()).contains("dark");

        console.press("#shell-theme");
        assertThat(Application.getUserAgentStylesheet()).contains("light");
        assertThat(frame.window().state().theme()).isEqualTo(ThemeChoice.LIGHT);

        console.keys(KeyCode.CONTROL, KeyCode.K).type("themedesk").keys(KeyCode.ENTER);
        assertThat(Application.getUserAgentStylesheet()).contains("dark");
        assertThat(frame.window().state().theme()).isEqualTo(ThemeChoice.SYSTEM);
    }

    @Test
    void a_runtime_that_is_gone_is_said_so_above_everything(FxRobot robot) {
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.split());
        assertThat(console.shows("#banner")).isFalse();

        frame.desk.control.pulse = CompletableFuture.failedFuture(new IllegalStateException("the runtime has ended"));

        await().until(() -> console.shows("#banner"));
        assertThat(console.text("#banner-sentence")).contains("has ended", "start Sluice again");
        console.press("Close Sluice");
        assertThat(stage.isShowing()).isFalse();
    }

    @Test
    void without_docker_the_reason_stands_there_and_it_can_be_looked_for_again(FxRobot robot) {
        frame.whyNoDocker =
                Optional.of("no Docker engine answers at unix:///var/run/docker.sock: No such file or directory");
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.empty());
        assertThat(robot.from(robot.lookup("#welcome"))
                        .lookup(frame.whyNoDocker.get())
                        .tryQuery())
                .isPresent();

        console.press(".engine-again");
        robot.interact(() -> frame.dockerLook.complete(new EngineCheck.Finding.Answers("Docker 24.0.7")));
        waitForFxEvents();

        assertThat(console.text(".engine-finding")).contains("Docker 24.0.7 answers now", "./sluice stop");
    }

    @Test
    void in_the_first_window_enter_begins_with_the_sample(FxRobot robot) {
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.empty());

        assertThat(focused()).isEqualTo("welcome-sample");
        console.keys(KeyCode.ENTER);
        assertThat(frame.samples).hasSize(1);
    }

    @Test
    void the_sample_is_set_up_once_however_often_it_is_pressed(FxRobot robot) {
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.empty());

        console.press("#welcome-sample").press("#welcome-sample");

        assertThat(frame.samples).hasSize(1);
        assertThat(console.text("#welcome-sample")).isEqualTo("Setting the sample up...");
        robot.interact(() -> frame.window().demonstration().end("The sample could not be set up."));
        assertThat(console.isOffered("#welcome-sample")).isTrue();
    }

    @Test
    void a_press_counts_although_the_button_moves_away_under_it(FxRobot robot) {
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.empty());
        robot.moveTo("#welcome-sample").press(MouseButton.PRIMARY);

        robot.interact(() -> frame.window().demonstration().end("A strip that was not there"));
        waitForFxEvents();
        robot.release(MouseButton.PRIMARY);
        waitForFxEvents();

        assertThat(frame.samples).hasSize(1);
    }

    @Test
    void whoever_asks_for_the_sample_again_is_shown_how_far_it_is(FxRobot robot) {
        frame.open(robot, stage, WindowState.first());
        console.runtimeShows(SampleFleets.empty()).press("#welcome-sample");
        assertThat(console.shows("#narration")).isTrue();
        robot.interact(() -> frame.window()
                .demonstration()
                .step(1, 3, "Create the endpoint", new Selection.OfEndpoint(SampleFleets.DIABETES), "traffic"));
        console.runtimeShows(SampleFleets.split()).choose("blue").press("#narration .button");
        assertThat(console.shows("#narration")).isFalse();

        console.keys(KeyCode.CONTROL, KeyCode.K).type("sample").keys(KeyCode.ENTER);

        assertThat(console.shows("#narration")).isTrue();
        assertThat(console.title()).isEqualTo("diabetes");
        assertThat(frame.samples).hasSize(1);
    }

    private static boolean isInside(String id, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (id.equals(at.getId())) {
                return true;
            }
        }
        return false;
    }
}
