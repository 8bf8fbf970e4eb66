package dev.sluice.console;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.CANARY;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.invoke.InvokePage;
import dev.sluice.console.live.LivePage;
import dev.sluice.console.logs.LogsPage;
import dev.sluice.console.shell.ConsoleWindow;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.traffic.TrafficPage;
import dev.sluice.domain.DeploymentName;
import dev.sluice.metrics.MirrorLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Writes each working page in its states, in the whole window, as pictures for people to look at. */
@ExtendWith(ApplicationExtension.class)
class PagesGalleryStory {

    private final TestBench desk = new TestBench(new FxThread());
    private Stage stage;
    private String look = "";

    @Start
    void remember_the_stage(Stage given) {
        stage = given;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440, 900", "DARK, 1440, 900", "LIGHT, 1280, 720"})
    void every_page_has_its_pictures(Theme theme, int width, int height, FxRobot robot) {
        look = height < 900 ? "small" : theme.name().toLowerCase(Locale.ROOT);
        open(theme, width, height, robot);
        traffic(robot);
        live(robot);
        invoke(robot);
        logs(robot);
        robot.interact(stage::hide);
    }

    private void traffic(FxRobot robot) {
        push(robot, PageFleet.of());
        turnTo(robot, "traffic");
        picture(robot, "traffic-empty");
        push(robot, PageFleet.of(BLUE, GREEN).creating(GREEN));
        picture(robot, "traffic-off");
        var two = PageFleet.of(BLUE, GREEN).share(BLUE, 100);
        push(robot, two);
        robot.interact(() -> PageSamples.fiveMinutes(NOON).forEach(desk.control.trafficWatchers.get(0)));
        setShare(robot, GREEN, 10);
        picture(robot, "traffic-draft");
        fire(robot, "#traffic-discard");
        push(robot, two.mirror(GREEN, 10).counted(new MirrorLedger(1204, 1187, 6, 4, 0, 3, 1, 3)));
        picture(robot, "traffic-shadow");
        push(
                robot,
                PageFleet.of(BLUE, CANARY, GREEN)
                        .share(BLUE, 50)
                        .share(CANARY, 30)
                        .share(GREEN, 20));
        setShare(robot, BLUE, 60);
        robot.clickOn("#share-lock-canary");
        picture(robot, "traffic-three");
        fire(robot, "#traffic-discard");
    }

    private void live(FxRobot robot) {
        push(robot, PageFleet.of(BLUE, GREEN).share(BLUE, 100).mirror(GREEN, 10));
        turnTo(robot, "live");
        picture(robot, "live-empty");
        robot.interact(() -> PageSamples.fiveMinutes(NOON).forEach(desk.control.trafficWatchers.get(0)));
        await().until(() ->
                !robot.lookup("#live-newest").queryTableView().getItems().isEmpty());
        picture(robot, "live-shadow");
    }

    private void invoke(FxRobot robot) {
        push(robot, PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10));
        turnTo(robot, "invoke");
        picture(robot, "invoke-start");
        for (int i = 0; i < 21; i++) {
            desk.control.answers.add(PageAnswers.predictions(i % 10 == 4 ? "green" : "blue", 8 + i % 7));
        }
        fire(robot, "#invoke-send");
        fire(robot, "#invoke-burst-start");
        picture(robot, "invoke-burst");
        desk.control.answers.add(PageAnswers.modelError("green"));
        fire(robot, "#invoke-send");
        robot.interact(
                () -> robot.lookup("#invoke-headers").queryAs(TitledPane.class).setExpanded(true));
        picture(robot, "invoke-424");
    }

    private void logs(FxRobot robot) {
        turnTo(robot, "logs");
        picture(robot, "logs-empty");
        robot.interact(() -> PageAnswers.log(12_000).forEach(desk.control.logFollowers.get(0)));
        await().until(() ->
                robot.lookup("#logs-lines").queryListView().getItems().size() == 10_000);
        picture(robot, "logs-following");
        robot.clickOn("#logs-lines").push(KeyCode.PAGE_UP);
        robot.interact(() -> PageAnswers.log(31).forEach(desk.control.logFollowers.get(0)));
        await().until(() -> robot.lookup("#logs-follow").queryButton().getText().startsWith("31"));
        robot.interact(
                () -> robot.lookup("#logs-wrap").queryAs(ToggleButton.class).fire());
        picture(robot, "logs-paused");
    }

    private void open(Theme theme, int width, int height, FxRobot robot) {
        robot.interact(() -> {
            var window = new ConsoleWindow(
                    desk.bench,
                    desk.questions,
                    file -> new Read.Deployment(SampleFleets.spec(SampleFleets.BLUE, 2), List.of()),
                    Runnable::run,
                    List.of(
                            TrafficPage.entry(desk.bench),
                            LivePage.entry(desk.bench),
                            InvokePage.entry(desk.bench),
                            LogsPage.entry(desk.bench)),
                    () -> {});
            window.show(stage, theme);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    private void push(FxRobot robot, PageFleet fleet) {
        robot.interact(() -> desk.control.push(fleet.fleet()));
        waitForFxEvents();
    }

    private void turnTo(FxRobot robot, String page) {
        robot.interact(() -> {
            var tabs = (TabPane) robot.lookup(".page-tabs").query();
            var tab = tabs.getTabs().stream().filter(each -> each.getId().equals("tab-" + page));
            tabs.getSelectionModel().select(tab.findFirst().orElseThrow());
        });
        waitForFxEvents();
    }

    private static void fire(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryButton().fire());
    }

    private static void setShare(FxRobot robot, DeploymentName name, int percent) {
        robot.interact(
                () -> robot.lookup("#share-" + name).queryAs(Slider.class).setValue(percent));
    }

    private void picture(FxRobot robot, String name) {
        waitForFxEvents();
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            Png.write(stage.getScene().snapshot(null), Path.of("target/screenshots/" + look + "-" + name + ".png"));
        });
    }
}
