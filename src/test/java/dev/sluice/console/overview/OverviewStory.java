package dev.sluice.console.overview;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.shell.ConsoleWindow;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.code.CodeEditor;
import dev.sluice.control.Fleet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A user looks after an endpoint and its deployments on the overview. */
@ExtendWith(ApplicationExtension.class)
class OverviewStory {

    private final TestBench desk = new TestBench(new FxThread());

    @Start
    void open_the_window(Stage stage) {
        new ConsoleWindow(
                        desk.bench,
                        desk.questions,
                        file -> new Read.Deployment(SampleFleets.spec(BLUE, 1), List.of()),
                        Runnable::run,
                        List.of(),
                        () -> {})
                .show(stage, Theme.LIGHT);
    }

    @Test
    void a_user_moves_half_of_the_traffic_by_editing_the_endpoints_yaml_with_the_keyboard(FxRobot robot) {
        show(robot, SampleFleets.split());
        robot.clickOn("#overview-section-yaml");
        write(robot, "blue: 90\n  green: 10", "blue: 50\n  green: 40");
        assertThat(text(robot, "#yaml-standing")).isEqualTo("1 problem");
        assertThat(isOffered(robot, "#yaml-review")).isFalse();
        await().until(() -> robot.lookup(".code-wrong-line").queryAllAs(Labeled.class).stream()
                .anyMatch(line -> line.getTooltip().getText().contains("100")));

        write(robot, "green: 40", "green: 50");
        robot.clickOn("#yaml-editor").push(KeyCode.CONTROL, KeyCode.ENTER);
        waitForFxEvents();
        assertThat(labels(robot, "#yaml-effects")).anyMatch(line -> line.contains("becomes blue 50 %, green 50 %"));

        robot.push(KeyCode.ESCAPE);
        waitForFxEvents();
        assertThat(isSeen(robot, "#yaml-reviewing")).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER).push(KeyCode.CONTROL, KeyCode.ENTER);
        waitForFxEvents();

        assertThat(desk.control.asked).containsExactly("updateEndpoint diabetes blue=50 green=50, mirror off");
    }

    @Test
    void a_share_whose_deployments_name_has_no_room_is_told_without_it(FxRobot robot) {
        resize(robot, 1440);
        show(robot, SampleFleets.split());
        assertThat(labels(robot, ".shares")).containsExactly("blue 90 %", "green 10 %");

        resize(robot, 1280);

        assertThat(labels(robot, ".shares")).containsExactly("blue 90 %", "10 %");
    }

    private static void resize(FxRobot robot, double width) {
        robot.interact(() -> robot.targetWindow().setWidth(width));
        waitForFxEvents();
    }

    @Test
    void edits_are_still_there_after_a_look_at_something_else(FxRobot robot) {
        show(robot, SampleFleets.split());
        robot.clickOn("#overview-section-yaml");
        write(robot, "blue: 90", "blue: 80");

        choose(robot, "blue");
        choose(robot, "diabetes");

        assertThat(robot.lookup("#yaml-editor").queryAs(CodeEditor.class).getText())
                .contains("blue: 80");
    }

    /** Each of them would be styled and laid out anew: that takes longer than a frame. */
    @Test
    void what_was_seen_before_stays_in_the_scene_unseen(FxRobot robot) {
        show(robot, SampleFleets.split());
        var endpoint = robot.lookup("#overview-endpoint").queryAs(Node.class);

        choose(robot, "blue");
        var deployment = robot.lookup("#overview-deployment").queryAs(Node.class);
        assertThat(endpoint.getScene()).isNotNull();
        assertThat(isOnScreen(endpoint)).isFalse();
        assertThat(isOnScreen(deployment)).isTrue();
        choose(robot, "diabetes");

        assertThat(isOnScreen(endpoint)).isTrue();
        assertThat(isOnScreen(deployment)).isFalse();
        assertThat(robot.lookup("#overview-endpoint").queryAs(Node.class)).isSameAs(endpoint);
    }

    @Test
    void a_key_that_was_uncovered_is_covered_again_after_a_look_at_something_else(FxRobot robot) {
        show(robot, SampleFleets.split());
        press(robot, "#overview-reveal");
        assertThat(robot.lookup("primary-key").tryQuery()).isPresent();

        choose(robot, "blue");
        choose(robot, "diabetes");

        assertThat(robot.lookup("#overview-reveal").tryQuery()).isPresent();
        assertThat(robot.lookup("primary-key").tryQuery()).isEmpty();
    }

    @Test
    void a_user_mends_an_update_that_failed_and_tries_it_again(FxRobot robot) {
        show(robot, SampleFleets.greenUpdateFailed());
        choose(robot, "green");
        assertThat(text(robot, "#shell-state")).isEqualTo("Update failed");
        assertThat(text(robot, "#overview-failure-title")).contains("the old version serves on");

        robot.clickOn("#overview-edit-failed");
        waitForFxEvents();

        assertThat(robot.lookup("#yaml-editor").queryAs(CodeEditor.class).getText())
                .contains("THRESHOLD: '0.7'");
    }

    @Test
    void a_user_stops_an_update_at_once(FxRobot robot) {
        show(robot, SampleFleets.greenUpdating());
        choose(robot, "green");

        robot.clickOn("#overview-stop-update");
        waitForFxEvents();

        assertThat(desk.control.asked).containsExactly("dropUpdate diabetes/green");
    }

    @Test
    void a_first_start_that_failed_is_deleted_and_created_again_with_one_click(FxRobot robot) {
        show(robot, SampleFleets.greenFailed());
        choose(robot, "green");

        robot.clickOn("Delete and create again");
        waitForFxEvents();

        assertThat(desk.control.asked).containsExactly("recreateDeployment diabetes/green");
    }

    @Test
    void an_endpoint_with_traffic_is_deleted_only_by_someone_who_types_its_name(FxRobot robot) {
        show(robot, SampleFleets.split());
        robot.interact(
                () -> desk.control.trafficWatchers.forEach(watcher -> watcher.accept(Measured.second(BLUE, 9, 0))));
        waitForFxEvents();
        press(robot, "#overview-delete");
        assertThat(isOffered(robot, "#question-verb")).isFalse();

        robot.clickOn("#question-typed").write("diabetes");
        robot.push(KeyCode.ALT, KeyCode.T).write("the trial is over").push(KeyCode.ENTER);
        waitForFxEvents();
        assertThat(desk.control.asked).as("Enter in the note").isEmpty();
        robot.push(KeyCode.SPACE);
        waitForFxEvents();

        assertThat(desk.control.asked).containsExactly("deleteEndpoint diabetes");
        assertThat(desk.control.reasons).containsExactly("the trial is over");
    }

    @Test
    void a_user_deletes_a_shadow_and_is_told_first_in_numbers_what_goes(FxRobot robot) {
        show(robot, SampleFleets.greenShadow());
        choose(robot, "green");
        robot.interact(
                () -> desk.control.trafficWatchers.forEach(watcher -> watcher.accept(Measured.second(GREEN, 0, 4))));
        waitForFxEvents();

        press(robot, "#overview-delete-deployment");
        assertThat(labels(robot, "#question"))
                .anyMatch(line -> line.contains("copies of 10 % of the live requests, 4.0 a second"));
        assertThat(desk.control.asked).isEmpty();

        robot.clickOn("Delete green");
        waitForFxEvents();
        assertThat(desk.control.asked).containsExactly("deleteDeployment diabetes/green");
    }

    @Test
    void a_user_scales_a_deployment_knowing_what_the_instances_take(FxRobot robot) {
        show(robot, SampleFleets.split());
        choose(robot, "blue");

        robot.clickOn("#overview-wanted .text-field")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("3x");
        waitForFxEvents();
        assertThat(text(robot, "#overview-wanted-problem")).startsWith("A whole number, 1 to 50.");
        assertThat(robot.lookup("#overview-scale").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#overview-scaling").query().isVisible()).isFalse();

        robot.push(KeyCode.BACK_SPACE);
        waitForFxEvents();
        assertThat(text(robot, "#overview-scale-effect")).contains("1 more instance starts", "1 core");
        press(robot, "#overview-scale");

        assertThat(desk.control.asked).containsExactly("scale diabetes/blue 3");
    }

    @Test
    void a_user_copies_the_address_in_either_spelling(FxRobot robot) {
        show(robot, SampleFleets.split());

        press(robot, "#overview-copy-uri");
        press(robot, "#overview-copy-host-uri");

        assertThat(desk.copied)
                .containsExactly(
                        "http://127.0.0.1:8420/endpoints/diabetes/score",
                        robot.lookup("#overview-host-uri")
                                .queryAs(TextField.class)
                                .getText());
        assertThat(desk.copied.get(1)).contains("://diabetes.").endsWith("/score");
    }

    @Test
    void a_user_makes_a_key_anew_and_copies_it(FxRobot robot) {
        show(robot, SampleFleets.split());
        press(robot, "#overview-regenerate-secondary");
        robot.clickOn("Regenerate secondary key");
        waitForFxEvents();
        assertThat(desk.control.asked).containsExactly("regenerateKey diabetes SECONDARY");

        press(robot, "#overview-copy-secondary");
        assertThat(desk.copied).containsExactly("secondary-key");
    }

    @Test
    void the_probes_of_an_instance_are_listed_when_it_is_chosen(FxRobot robot) {
        show(robot, SampleFleets.blueLive());
        choose(robot, "blue");

        robot.interact(() -> robot.lookup("#overview-instances")
                .queryAs(TableView.class)
                .getSelectionModel()
                .select(0));
        waitForFxEvents();

        assertThat(robot.lookup("#overview-probes").queryListView().getItems()).hasSize(20);
    }

    @Test
    void a_deployments_name_stays_under_the_mouse_while_its_numbers_change(FxRobot robot) {
        show(robot, SampleFleets.greenShadow());
        var name =
                robot.lookup("#overview-deployments .hyperlink").lookup("blue").<Node>query();

        show(robot, SampleFleets.split());

        assertThat(robot.lookup("#overview-deployments .hyperlink")
                        .lookup("blue")
                        .<Node>query())
                .isSameAs(name);
    }

    @Test
    void a_user_copies_a_call_in_python_without_the_key_in_it(FxRobot robot) {
        show(robot, SampleFleets.split());
        robot.clickOn("#overview-section-consume").clickOn("#consume-language");
        waitForFxEvents();
        robot.clickOn(
                robot.lookup(".combo-box-popup .list-cell").lookup("Python").<Node>query());
        waitForFxEvents();

        robot.clickOn("#consume-copy").clickOn("#consume-copy-key");
        waitForFxEvents();

        assertThat(desk.copied.get(0)).contains("os.environ[\"SLUICE_KEY\"]");
        assertThat(desk.copied.get(1)).isEqualTo("export SLUICE_KEY='primary-key'");
    }

    @Test
    void what_the_page_watches_ends_with_it(FxRobot robot) {
        show(robot, SampleFleets.split());
        choose(robot, "blue");
        choose(robot, "diabetes");

        await().until(() -> desk.control.trafficWatchers.size() == 1);
    }

    private void show(FxRobot robot, Fleet fleet) {
        robot.interact(() -> desk.control.push(fleet));
        waitForFxEvents();
    }

    private static void choose(FxRobot robot, String name) {
        robot.clickOn(robot.lookup(".explorer-cell").lookup(name).<Node>query());
        waitForFxEvents();
    }

    private static void write(FxRobot robot, String from, String to) {
        var editor = robot.lookup("#yaml-editor").queryAs(CodeEditor.class);
        assertThat(editor.getText()).contains(from);
        robot.interact(() -> editor.setText(editor.getText().replace(from, to)));
        waitForFxEvents();
    }

    private static void press(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryButton().fire());
        waitForFxEvents();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static List<String> labels(FxRobot robot, String parent) {
        return robot.from(robot.lookup(parent)).lookup(".label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private static boolean isOffered(FxRobot robot, String button) {
        return !robot.lookup(button).queryAs(Button.class).isDisabled();
    }

    private static boolean isOnScreen(Node node) {
        return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    private static boolean isSeen(FxRobot robot, String id) {
        return robot.lookup(id).query().isVisible();
    }
}
