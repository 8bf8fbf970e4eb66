package dev.sluice.console.overview;

import static dev.sluice.console.SampleFleets.BLUE;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.Png;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.shell.ConsoleWindow;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.code.CodeEditor;
import dev.sluice.control.Fleet;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Writes the overview's states as pictures for people to look at. */
@ExtendWith(ApplicationExtension.class)
class OverviewPicturesStory {

    private final TestBench desk = new TestBench(new FxThread());
    private Stage stage;
    private String look = "";

    @Start
    void remember_the_stage(Stage given) {
        stage = given;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void every_state_has_its_picture(Theme theme, FxRobot robot) {
        look = theme.name().toLowerCase(Locale.ROOT);
        robot.interact(() -> new ConsoleWindow(
                        desk.bench,
                        desk.questions,
                        file -> new Read.Deployment(SampleFleets.spec(BLUE, 1), List.of()),
                        Runnable::run,
                        List.of(),
                        () -> {})
                .show(stage, theme));
        endpoint(robot);
        yaml(robot);
        deployment(robot);
        robot.interact(stage::hide);
    }

    private void endpoint(FxRobot robot) {
        show(robot, SampleFleets.greenShadow());
        picture(robot, "endpoint");
        scroll(robot, 1);
        picture(robot, "endpoint-below");
        press(robot, "#overview-regenerate-primary");
        picture(robot, "regenerate");
        robot.clickOn("Cancel");
        robot.interact(
                () -> desk.control.trafficWatchers.forEach(watcher -> watcher.accept(Measured.second(BLUE, 9, 0))));
        waitForFxEvents();
        press(robot, "#overview-delete");
        picture(robot, "delete-endpoint");
        robot.clickOn("Cancel");
        turnTo(robot, "consume");
        picture(robot, "consume");
        robot.interact(() -> robot.lookup("#consume-language")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(2));
        picture(robot, "consume-java");
    }

    private void yaml(FxRobot robot) {
        turnTo(robot, "yaml");
        picture(robot, "endpoint-yaml");
        robot.interact(() -> {
            var editor = robot.lookup("#yaml-editor").queryAs(CodeEditor.class);
            editor.setText(
                    editor.getText().replace("blue: 100", "blue: 90\n  gren: 5").replace("auth_mode", "auth_mod"));
        });
        picture(robot, "endpoint-yaml-wrong");
        press(robot, "#yaml-revert");
        robot.interact(() -> {
            var editor = robot.lookup("#yaml-editor").queryAs(CodeEditor.class);
            editor.setText(editor.getText()
                    .replace("blue: 100", "blue: 90\n  green: 10")
                    .replace("mirror_traffic:\n  green: 10\n", "mirror_traffic: {}\n"));
        });
        press(robot, "#yaml-review");
        picture(robot, "endpoint-yaml-review");
        press(robot, "#yaml-back");
        press(robot, "#yaml-revert");
        turnTo(robot, "summary");
    }

    private void deployment(FxRobot robot) {
        show(robot, SampleFleets.split());
        choose(robot, "blue");
        robot.interact(() -> {
            robot.lookup("#overview-instances")
                    .queryAs(TableView.class)
                    .getSelectionModel()
                    .select(0);
            spinner(robot).getValueFactory().increment(2);
        });
        picture(robot, "deployment");
        scroll(robot, 1);
        picture(robot, "deployment-below");
        show(robot, SampleFleets.greenUpdating());
        choose(robot, "green");
        picture(robot, "deployment-updating");
        show(robot, SampleFleets.greenUpdateFailed());
        picture(robot, "deployment-update-failed");
        scroll(robot, 0.6);
        picture(robot, "deployment-update-failed-below");
        show(robot, SampleFleets.greenFailed());
        scroll(robot, 0);
        picture(robot, "deployment-failed");
        turnTo(robot, "yaml");
        picture(robot, "deployment-yaml");
        turnTo(robot, "summary");
    }

    @SuppressWarnings("unchecked")
    private static Spinner<Integer> spinner(FxRobot robot) {
        return robot.lookup("#overview-wanted").queryAs(Spinner.class);
    }

    private void show(FxRobot robot, Fleet fleet) {
        robot.interact(() -> desk.control.push(fleet));
        waitForFxEvents();
    }

    private static void choose(FxRobot robot, String name) {
        robot.clickOn(robot.lookup(".explorer-cell").lookup(name).<Node>query());
        waitForFxEvents();
    }

    private static void turnTo(FxRobot robot, String section) {
        robot.clickOn("#overview-section-" + section);
        waitForFxEvents();
    }

    private static void press(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryButton().fire());
        waitForFxEvents();
    }

    private static void scroll(FxRobot robot, double to) {
        robot.interact(
                () -> robot.lookup(".edge-to-edge").queryAllAs(ScrollPane.class).forEach(pane -> pane.setVvalue(to)));
        waitForFxEvents();
    }

    private void picture(FxRobot robot, String name) {
        waitForFxEvents();
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            Png.write(
                    stage.getScene().snapshot(null),
                    Path.of("target/screenshots/" + look + "-overview-" + name + ".png"));
        });
    }
}
