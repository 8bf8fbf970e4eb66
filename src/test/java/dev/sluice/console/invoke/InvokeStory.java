package dev.sluice.console.invoke;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.PageFleet;
import dev.sluice.console.TestBench;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Selection;
import dev.sluice.control.Invocation.Target;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class InvokeStory {

    private final TestBench desk = new TestBench(new FxThread());

    @Start
    void open_the_invoke_page(Stage stage) {
        var page = new InvokePage(desk.bench);
        var scene = new Scene(page.node(), 1140, 760);
        Theme.LIGHT.apply();
        Theme.dress(scene);
        stage.setScene(scene);
        page.open(
                new Selection.OfEndpoint(DIABETES),
                PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10).fleet());
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void a_user_asks_by_the_rules_then_pins_green_and_goes_back_to_the_first_answer(FxRobot robot) {
        desk.control.answers.add(PageAnswers.predictions("blue", 12));
        desk.control.answers.add(PageAnswers.modelError("green"));

        robot.clickOn("Send");
        assertThat(text(robot, "#invoke-status")).isEqualTo("200 OK");
        assertThat(text(robot, "#invoke-answered-by .chip")).isEqualTo("blue");
        assertThat(text(robot, "#invoke-facts")).startsWith("12.0 ms");

        robot.clickOn("#invoke-target").clickOn("green, pinned");
        robot.clickOn("#invoke-body").push(KeyCode.CONTROL, KeyCode.ENTER);
        waitForFxEvents();
        assertThat(desk.control.invocations.get(1).target()).isEqualTo(new Target.Pinned(GREEN));
        assertThat(text(robot, "#invoke-status")).isEqualTo("424 Failed Dependency");

        robot.clickOn(robot.from(robot.lookup("#invoke-history")).lookup("blue").queryAs(Labeled.class));
        assertThat(text(robot, "#invoke-status")).isEqualTo("200 OK");
    }

    @Test
    void a_body_comes_from_a_file(FxRobot robot, @TempDir Path folder) throws Exception {
        desk.toPick.add(Files.writeString(folder.resolve("sample-request.json"), "{\"data\": [[7]]}"));

        robot.clickOn("#invoke-file");
        robot.clickOn("Send");

        var sent = desk.control.invocations.get(0);
        assertThat(new String(sent.body(), StandardCharsets.UTF_8)).isEqualTo("{\"data\": [[7]]}");
        assertThat(sent.contentType()).isEqualTo("application/json");
    }

    @Test
    void twenty_requests_show_who_answered_how_many(FxRobot robot) {
        for (int i = 0; i < 20; i++) {
            desk.control.answers.add(PageAnswers.predictions(i % 10 == 9 ? "green" : "blue", 5));
        }

        robot.clickOn("Send 20");
        waitForFxEvents();

        assertThat(text(robot, "#invoke-tally-blue")).isEqualTo("18");
        assertThat(text(robot, "#invoke-tally-green")).isEqualTo("2");
        assertThat(text(robot, "#invoke-burst-summary")).isEqualTo("20 of 20 sent, 0 failed, slowest 5.0 ms");
    }

    @Test
    void the_key_is_copied_with_the_shell_line_but_never_shown(FxRobot robot) {
        robot.clickOn("Copy with key");
        waitForFxEvents();

        assertThat(desk.copied).singleElement().asString().contains("primary-key");
        assertThat(robot.lookup("#invoke-curl").queryAs(TextInputControl.class).getText())
                .contains("curl 'http://127.0.0.1:8410/endpoints/diabetes/score'")
                .doesNotContain("primary-key");
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }
}
