package dev.sluice.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.shell.ConsoleWindow;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.control.Fleet;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Writes every state of the frame's pages to target/screenshots, for people to look at. */
@ExtendWith(ApplicationExtension.class)
class ScreenshotsStory {

    private final TestBench desk = new TestBench(new FxThread());
    private final StyleWarnings warnings = new StyleWarnings();
    private Stage stage;
    private Theme theme = Theme.LIGHT;

    @Start
    void remember_the_stage(Stage given) {
        stage = given;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440, 900", "DARK, 1440, 900", "LIGHT, 1280, 720"})
    void every_state_has_its_picture(Theme shown, int width, int height, FxRobot robot) {
        theme = shown;
        open(robot);
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        picture(robot, "00-loading");
        show(robot, SampleFleets.empty());
        picture(robot, "01-welcome");
        robot.clickOn("#shell-new-endpoint");
        robot.clickOn("#create-endpoint-name").write("9-churn");
        picture(robot, "02-new-endpoint");
        robot.clickOn("Cancel");
        show(robot, SampleFleets.endpointOnly());
        picture(robot, "03-endpoint-only");
        robot.clickOn("#overview-first-deployment");
        picture(robot, "04-new-deployment");
        robot.clickOn("Cancel");
        desk.toPick.add(Path.of("blue-deployment.yml"));
        robot.clickOn("#shell-open");
        picture(robot, "05-new-deployment-from-yaml");
        robot.clickOn("Cancel");
        show(robot, SampleFleets.creating());
        select(robot, "blue");
        picture(robot, "06-creating");
        robot.clickOn("#status-jobs");
        picture(robot, "07-jobs");
        robot.clickOn("#jobs-close");
        show(robot, SampleFleets.blueLive());
        picture(robot, "08-blue-live");
        show(robot, SampleFleets.greenShadow());
        select(robot, "diabetes");
        picture(robot, "09-green-shadow");
        robot.clickOn("#overview-reveal");
        show(robot, SampleFleets.split());
        picture(robot, "10-split-keys-shown");
        robot.interact(() -> robot.lookup("#overview-delete").queryButton().fire());
        picture(robot, "11-delete-question");
        robot.clickOn("Cancel");
        show(robot, SampleFleets.greenFailed());
        select(robot, "green");
        picture(robot, "12-green-failed");
        show(robot, SampleFleets.crowded());
        select(robot, "customer-churn-prediction-eu-prd");
        robot.interact(() -> desk.notices.refused(
                "The traffic was not changed",
                List.of(Problem.of(
                                Problem.Code.TRAFFIC_TOTAL,
                                "traffic",
                                "the shares must add up to 0 or 100; they add up to 90",
                                "give the remaining 10 % to one of the deployments")
                        .at(new Place("endpoint.yml", 4, 3)))));
        robot.interact(() -> desk.notices.failed(
                "diabetes/blue was not scaled", new IllegalStateException("the store is locked by another program")));
        picture(robot, "13-crowded-with-notices");
        robot.interact(stage::hide);
        assertThat(warnings.told()).isEmpty();
        warnings.close();
    }

    private void open(FxRobot robot) {
        robot.interact(() -> {
            var window = new ConsoleWindow(
                    desk.bench,
                    desk.questions,
                    file -> new Read.Deployment(SampleFleets.spec(SampleFleets.BLUE, 2), List.of()),
                    Runnable::run,
                    List.of(BlankPage.entry("traffic"), BlankPage.entry("live")),
                    () -> {});
            window.show(stage, theme);
        });
    }

    private void show(FxRobot robot, Fleet fleet) {
        robot.interact(() -> desk.control.push(fleet));
        waitForFxEvents();
    }

    private void select(FxRobot robot, String name) {
        var row = robot.from(robot.lookup("#explorer-tree"))
                .lookup(".explorer-cell")
                .lookup(name)
                .query();
        robot.clickOn(row);
        waitForFxEvents();
    }

    private void picture(FxRobot robot, String name) {
        waitForFxEvents();
        robot.interact(() -> write(stage.getScene(), name));
    }

    private void write(Scene scene, String name) {
        var size = stage.getHeight() < 900 ? "small" : theme.name().toLowerCase(Locale.ROOT);
        Png.write(scene.snapshot(null), Path.of("target/screenshots/" + size + "-" + name + ".png"));
    }
}
