package dev.sluice.console;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.CANARY;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static org.awaitility.Awaitility.await;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import dev.sluice.console.invoke.InvokePage;
import dev.sluice.console.live.LivePage;
import dev.sluice.console.logs.LogsPage;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Page;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Workbench;
import dev.sluice.console.traffic.TrafficPage;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.metrics.MirrorLedger;
import java.util.function.Function;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Writes each working page in its states, light and dark, as pictures for people to look at. */
@ExtendWith(ApplicationExtension.class)
class PagesGalleryStory {

    enum Look {
        LIGHT(new PrimerLight()),
        DARK(new PrimerDark());

        private final Theme theme;

        Look(Theme theme) {
            this.theme = theme;
        }
    }

    private final PageBench bench = new PageBench();
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @ParameterizedTest
    @EnumSource
    void traffic(Look look, FxRobot robot) {
        var two = PageFleet.of(BLUE, GREEN).share(BLUE, 100);
        var page = show(robot, look, TrafficPage::new);
        robot.interact(() -> {
            page.open(new Selection.OfEndpoint(DIABETES), two.fleet());
            PageSamples.fiveMinutes(NOON).forEach(bench.control.trafficWatchers.get(0));
        });
        setShare(robot, GREEN, 10);
        write(robot, look, "traffic-draft");

        discard(robot);
        var mirrored = two.mirror(GREEN, 10).counted(new MirrorLedger(1204, 1187, 6, 4, 0, 3, 1, 3));
        robot.interact(() -> page.open(new Selection.OfEndpoint(DIABETES), mirrored.fleet()));
        write(robot, look, "traffic-shadow");

        var three = PageFleet.of(BLUE, CANARY, GREEN)
                .share(BLUE, 50)
                .share(CANARY, 30)
                .share(GREEN, 20);
        robot.interact(() -> page.open(new Selection.OfEndpoint(DIABETES), three.fleet()));
        setShare(robot, BLUE, 60);
        robot.clickOn("#share-lock-canary");
        write(robot, look, "traffic-three");

        discard(robot);
        robot.interact(() -> page.open(
                new Selection.OfEndpoint(DIABETES),
                PageFleet.of(BLUE, GREEN).creating(GREEN).fleet()));
        write(robot, look, "traffic-off");

        robot.interact(() ->
                page.open(new Selection.OfEndpoint(DIABETES), PageFleet.of().fleet()));
        write(robot, look, "traffic-empty");
    }

    @ParameterizedTest
    @EnumSource
    void live(Look look, FxRobot robot) {
        var fleet = PageFleet.of(BLUE, GREEN).share(BLUE, 100).mirror(GREEN, 10).fleet();
        var page = show(robot, look, LivePage::new);
        robot.interact(() -> page.open(new Selection.OfEndpoint(DIABETES), fleet));
        write(robot, look, "live-empty");

        robot.interact(() -> PageSamples.fiveMinutes(NOON).forEach(bench.control.trafficWatchers.get(0)));
        await().until(() ->
                !robot.lookup("#live-newest").queryTableView().getItems().isEmpty());
        write(robot, look, "live-shadow");
    }

    @ParameterizedTest
    @EnumSource
    void invoke(Look look, FxRobot robot) {
        var fleet = PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10).fleet();
        var page = show(robot, look, InvokePage::new);
        robot.interact(() -> page.open(new Selection.OfEndpoint(DIABETES), fleet));
        write(robot, look, "invoke-start");

        for (int i = 0; i < 21; i++) {
            bench.control.answers.add(PageAnswers.predictions(i % 10 == 4 ? "green" : "blue", 8 + i % 7));
        }
        robot.interact(() -> robot.lookup("#invoke-send").queryButton().fire());
        robot.interact(() -> robot.lookup("#invoke-burst-start").queryButton().fire());
        write(robot, look, "invoke-burst");

        robot.interact(() -> page.open(new Selection.OfDeployment(new DeploymentId(DIABETES, GREEN)), fleet));
        bench.control.answers.add(PageAnswers.modelError("green"));
        robot.interact(() -> robot.lookup("#invoke-send").queryButton().fire());
        robot.interact(
                () -> robot.lookup("#invoke-headers").queryAs(TitledPane.class).setExpanded(true));
        write(robot, look, "invoke-424");
    }

    @ParameterizedTest
    @EnumSource
    void logs(Look look, FxRobot robot) {
        var fleet = PageFleet.of(BLUE, GREEN).share(BLUE, 100).fleet();
        var page = show(robot, look, LogsPage::new);
        robot.interact(() -> page.open(new Selection.OfEndpoint(DIABETES), fleet));
        write(robot, look, "logs-empty");

        robot.interact(() -> PageAnswers.log(12_000).forEach(bench.control.logFollowers.get(0)));
        await().until(() ->
                robot.lookup("#logs-lines").queryListView().getItems().size() == 10_000);
        write(robot, look, "logs-following");

        robot.clickOn("#logs-lines").push(KeyCode.PAGE_UP);
        robot.interact(() -> PageAnswers.log(31).forEach(bench.control.logFollowers.get(0)));
        await().until(() -> robot.lookup("#logs-follow").queryButton().getText().startsWith("31"));
        robot.interact(
                () -> robot.lookup("#logs-wrap").queryAs(ToggleButton.class).fire());
        write(robot, look, "logs-paused");
    }

    private void discard(FxRobot robot) {
        robot.interact(() -> robot.lookup("#traffic-discard").queryButton().fire());
    }

    private void setShare(FxRobot robot, DeploymentName name, int percent) {
        robot.interact(
                () -> robot.lookup("#share-" + name).queryAs(Slider.class).setValue(percent));
    }

    private Page show(FxRobot robot, Look look, Function<Workbench, Page> make) {
        var made = new Page[1];
        robot.interact(() -> {
            Application.setUserAgentStylesheet(look.theme.getUserAgentStylesheet());
            made[0] = make.apply(bench.with(new FxThread()));
            var scene = new Scene(new StackPane(made[0].node()), 1140, 820);
            scene.getStylesheets().addAll("/styles/tokens.css", "/styles/library-bridge.css");
            stage.setScene(scene);
            stage.show();
        });
        return made[0];
    }

    private void write(FxRobot robot, Look look, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            Png.write(stage.getScene(), name + "-" + look.name().toLowerCase(java.util.Locale.ROOT));
        });
    }
}
