package dev.sluice.console.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import dev.sluice.console.support.Guarded;
import dev.sluice.control.RolloutControl.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** With the runtime gone, nothing that can be used in any page gives it a command. */
@ExtendWith(ApplicationExtension.class)
class RuntimeGoneStory {

    /** Of each page and form one that shows most of its buttons: every one more takes four seconds. */
    private static final List<String> STATES = List.of(
            "shell-welcome",
            "form-new-endpoint-refused",
            "shell-new-deployment-from-yaml",
            "overview-yaml-review",
            "overview-deployment-scaling",
            "overview-update-failed",
            "overview-failed",
            "traffic-shadow",
            "traffic-three",
            "invoke-form",
            "live-six",
            "logs-errors",
            "activity-restore-refused",
            "assets-model",
            "assets-substitutions",
            "jobs-failed");

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    void no_button_item_or_key_of_a_page_gives_a_command(State state, FxRobot robot) throws Exception {
        try (var window = Showcase.open(robot, Look.LIGHT, state.setting())) {
            state.steps().accept(window);
            assertThat(guarded(window, false)).as("what gives commands").isNotEmpty();
            window.alone();
            window.act(() -> forget(window));

            assertThat(guarded(window, false)).as("still offered").isEmpty();
            pressAll(window);
            window.keys(KeyCode.CONTROL, KeyCode.ENTER)
                    .keys(KeyCode.CONTROL, KeyCode.Z)
                    .keys(KeyCode.CONTROL, KeyCode.Y);

            assertThat(window.desk.control.asked).isEmpty();
            assertThat(window.desk.control.invocations).isEmpty();
        }
    }

    @Test
    void what_cannot_be_used_says_why_under_the_mouse(FxRobot robot) throws Exception {
        try (var window = Showcase.open(robot, Look.LIGHT)) {
            state("traffic-shadow").steps().accept(window);
            window.alone();
            var place = guarded(window, true).get(0);

            robot.moveTo(place);

            window.until(() -> Seen.tooltips(place).toList().equals(List.of("Not now: the runtime has ended.")));
        }
    }

    @Test
    void neither_menu_nor_palette_offers_a_command(FxRobot robot) throws Exception {
        try (var window = Showcase.open(robot, Look.LIGHT)) {
            state("traffic-applied").steps().accept(window);
            window.alone();
            window.act(() -> forget(window));

            for (var item : waitForAsyncFx(10_000, () -> items(window).toList())) {
                window.act(item::fire);
            }
            window.keys(KeyCode.ESCAPE).keys(KeyCode.CONTROL, KeyCode.K);

            assertThat(window.desk.control.asked).isEmpty();
            assertThat(waitForAsyncFx(10_000, () -> palette(window)))
                    .contains("Go to endpoint diabetes")
                    .doesNotContain("New endpoint", "Undo change", "Send all live traffic");
        }
    }

    static Stream<State> states() {
        return STATES.stream().map(RuntimeGoneStory::state);
    }

    private static State state(String name) {
        return States.all()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no state " + name));
    }

    /** What the state itself has asked, and how it was answered. */
    private static void forget(Showcase window) {
        window.desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Applied(1));
        window.desk.control.asked.clear();
        window.desk.control.invocations.clear();
    }

    private static List<Guarded> guarded(Showcase window, boolean disabled) throws Exception {
        return waitForAsyncFx(
                10_000,
                () -> Seen.in(window.scene().getRoot())
                        .filter(Guarded.class::isInstance)
                        .map(Guarded.class::cast)
                        .filter(place ->
                                place.getControl() != null && place.getControl().isDisabled() == disabled)
                        .toList());
    }

    private static String palette(Showcase window) {
        return window.find("#palette-list", ListView.class).getItems().toString();
    }

    /** One after the other, each if it is still to be had then. */
    private static void pressAll(Showcase window) {
        window.act(() -> buttons(window).stream()
                .filter(button -> button.getScene() == window.scene() && isToBeHad(button))
                .forEach(ButtonBase::fire));
    }

    /** All but what closes the window. */
    private static List<ButtonBase> buttons(Showcase window) {
        return Seen.in(window.scene().getRoot())
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(button -> Seen.withAncestors(button).noneMatch(at -> "banner".equals(at.getId())))
                .filter(RuntimeGoneStory::isToBeHad)
                .toList();
    }

    private static boolean isToBeHad(Node node) {
        return !node.isDisabled() && Seen.withAncestors(node).allMatch(Node::isVisible);
    }

    private static Stream<MenuItem> items(Showcase window) {
        return window.find(".menu-bar", MenuBar.class).getMenus().stream()
                .flatMap(menu -> items(menu.getItems()))
                .filter(item -> !item.isDisable() && item.getOnAction() != null)
                .filter(item -> !"Quit".equals(item.getText().replace("_", "")));
    }

    private static Stream<MenuItem> items(List<MenuItem> all) {
        return all.stream().flatMap(item -> item instanceof Menu menu ? items(menu.getItems()) : Stream.of(item));
    }
}
