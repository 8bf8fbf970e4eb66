package dev.sluice.console.invoke;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.PageAnswers;
import dev.sluice.console.PageFleet;
import dev.sluice.console.TestBench;
import dev.sluice.console.logs.LogsPage;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.Command;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Selection;
import dev.sluice.control.Invocation.Body;
import dev.sluice.control.Invocation.Target;
import dev.sluice.control.LogLine;
import dev.sluice.metrics.ShadowAnswer;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class InvokeStory {

    private static final PageFleet BOTH =
            PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10);

    @TempDir
    private Path folder;

    private final TestBench desk = new TestBench(new FxThread());
    private final StackPane window = new StackPane();
    private InvokeScreen screen;

    @Start
    void open_the_invoke_page(Stage stage) {
        var scene = new Scene(window, 1140, 760);
        Theme.LIGHT.apply();
        Theme.dress(scene);
        stage.setScene(scene);
        open(BOTH);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @BeforeEach
    void know_the_page(FxRobot robot) {
        screen = new InvokeScreen(robot);
    }

    @Test
    void what_would_do_something_now_can_be_done_by_its_name(FxRobot robot) {
        desk.control.answers.add(PageAnswers.predictions("blue", 12));
        var opened = new ArrayList<InvokePage>();
        robot.interact(() -> opened.add(open(BOTH)));
        var page = opened.get(0);

        robot.interact(() -> page.commands().get(0).run().run());

        assertThat(screen.text("#invoke-status")).isEqualTo("200 OK");
        assertThat(page.commands())
                .extracting(Command::title)
                .containsExactly("Send the request", "Copy the key of the endpoint", "Copy the request as code");
        robot.interact(() -> desk.bench.reach().lose("The runtime has ended"));
        assertThat(page.commands()).isEmpty();
    }

    @Test
    void a_user_asks_by_the_rules_then_pins_green_and_goes_back_to_the_first_answer() {
        desk.control.answers.add(PageAnswers.predictions("blue", 12));
        desk.control.answers.add(PageAnswers.modelError("green"));

        screen.press("Send");
        assertThat(screen.text("#invoke-status")).isEqualTo("200 OK");
        assertThat(screen.text("#invoke-answered-by .chip")).isEqualTo("blue");
        assertThat(screen.text("#invoke-facts")).startsWith("12.0 ms");
        assertThat(screen.code("#invoke-answer-body")).contains("\"predictions\": [206.3, 68.1, 176.9]");
        assertThat(screen.text("#invoke-request-id")).startsWith("7b0f3f6e");

        screen.choose("#invoke-target", "green, pinned").press("#invoke-body").keys(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(desk.control.invocations.get(1).target()).isEqualTo(new Target.Pinned(GREEN));
        assertThat(screen.text("#invoke-status")).isEqualTo("424 Failed Dependency");

        screen.chooseAnswers(1);
        assertThat(screen.text("#invoke-status")).isEqualTo("200 OK");
    }

    @Test
    void a_user_writes_a_request_of_their_own_and_is_told_what_is_wrong_with_it() {
        screen.writeBody("[[1, oops]]");
        assertThat(screen.text("#invoke-wrong")).startsWith("Line 1, column").contains("oops");

        screen.writeBody("[[1, 2]]");
        assertThat(screen.shows("#invoke-wrong")).isFalse();

        screen.type("#invoke-path", "rows").press("Send");
        assertThat(screen.text("#invoke-problem")).contains("rows is no path");

        screen.type("#invoke-path", "/rows").press("Send");
        assertThat(screen.shows("#invoke-problem")).isFalse();
        assertThat(desk.control.invocations).singleElement().satisfies(sent -> {
            assertThat(sent.head().path()).isEqualTo("/rows");
            assertThat(text(sent.body())).isEqualTo("[[1, 2]]");
        });
    }

    @Test
    void headers_are_added_and_taken_away_and_the_key_stays_hidden(FxRobot robot) {
        screen.press("#invoke-tab-headers").press("Add header");
        robot.write("X-Mine").push(KeyCode.TAB).write("1");
        screen.press("Send");

        assertThat(desk.control.invocations.get(0).field("x-mine")).isEqualTo("1");
        assertThat(screen.text("#invoke-key"))
                .startsWith("Authorization: Bearer")
                .doesNotContain("primary-key");
        screen.press("Copy key");
        assertThat(desk.copied).containsExactly("primary-key");
    }

    @Test
    void a_body_comes_from_a_text_file_or_is_sent_as_it_is() throws Exception {
        desk.toPick.add(Files.writeString(folder.resolve("sample-request.json"), "{\"data\": [[7]]}"));
        var picture = Files.write(folder.resolve("image.png"), new byte[] {(byte) 0x89, 'P', (byte) 0xff});
        desk.toPick.add(picture);

        screen.press("#invoke-file").press("Send");
        assertThat(text(desk.control.invocations.get(0).body())).isEqualTo("{\"data\": [[7]]}");

        desk.control.answer.complete(PageAnswers.predictions("blue", 5));
        screen.press("#invoke-file");
        assertThat(screen.text("#invoke-file-name")).isEqualTo("image.png");
        screen.press("Send");
        assertThat(desk.control.invocations.get(1).body()).isEqualTo(new Body.File(picture, 3));

        screen.press("Write text instead");
        assertThat(screen.shows("#invoke-body")).isTrue();
    }

    @Test
    void twenty_requests_show_who_answered_how_many() {
        for (int i = 0; i < 20; i++) {
            desk.control.answers.add(PageAnswers.predictions(i % 10 == 9 ? "green" : "blue", 5));
        }

        screen.press("Send 20");

        await().untilAsserted(
                        () -> assertThat(screen.text("#invoke-tally-blue")).isEqualTo("18"));
        assertThat(screen.text("#invoke-tally-green")).isEqualTo("2");
        assertThat(screen.text("#invoke-burst-summary")).isEqualTo("20 of 20 sent, 0 failed");
    }

    @Test
    void a_rate_goes_on_until_the_user_stops_it() {
        desk.control.answer = CompletableFuture.completedFuture(PageAnswers.predictions("blue", 5));

        screen.press("Start");
        await().untilAsserted(
                        () -> assertThat(screen.shows("#invoke-tally-blue")).isTrue());
        screen.press("Stop");

        assertThat(screen.shows("#invoke-load-stop")).isFalse();
        assertThat(screen.text("#invoke-burst-summary")).contains("of 200 sent");
    }

    @Test
    void where_there_is_little_room_the_tally_comes_in_sight_by_itself(FxRobot robot) {
        var opened = new ArrayList<InvokePage>();
        robot.interact(() -> {
            window.getScene().getWindow().setHeight(480);
            opened.add(open(BOTH));
        });
        desk.control.answer = CompletableFuture.completedFuture(PageAnswers.predictions("blue", 5));

        screen.press("Start");

        await().untilAsserted(() ->
                assertThat(screen.isInSight("#invoke-burst-summary")).isTrue());
        screen.press("Stop");
        assertThat(screen.isAtTop()).isFalse();

        robot.interact(() -> {
            opened.get(0).close();
            opened.get(0).open(new Selection.OfEndpoint(DIABETES), BOTH.fleet());
        });

        assertThat(screen.isAtTop()).as("who comes back wants to send").isTrue();
    }

    @Test
    void the_same_request_is_sent_to_both_and_what_differs_is_shown_by_its_path() {
        desk.control.answers.add(PageAnswers.predictions("blue", 12));
        desk.control.answers.add(PageAnswers.otherPredictions("green", 9));

        screen.press("#invoke-tab-compare").press("Send to both");

        assertThat(screen.text("#invoke-compare-verdict")).isEqualTo("2 values differ.");
        assertThat(screen.rows("#invoke-compare-differences")).isEqualTo(2);
        assertThat(screen.answers()).isEqualTo(2);
    }

    @Test
    void two_answers_of_the_history_are_compared_line_by_line_when_they_are_no_json() {
        desk.control.answers.add(PageAnswers.predictions("blue", 12));
        desk.control.answers.add(PageAnswers.modelError("green"));
        screen.press("Send").press("Send");

        screen.chooseAnswers(0, 1).press("#invoke-history-compare");

        assertThat(screen.text("#invoke-compare-verdict")).startsWith("green failed with 424, blue answered 200");
        assertThat(screen.shows("#invoke-compare-lines")).isTrue();
    }

    @Test
    void a_press_on_the_chosen_answer_brings_it_back_after_another_came() {
        desk.control.answers.add(PageAnswers.predictions("blue", 12));
        desk.control.answers.add(PageAnswers.modelError("green"));
        screen.press("Send").press("#invoke-history .list-cell").press("Send");
        assertThat(screen.text("#invoke-status")).isEqualTo("424 Failed Dependency");

        screen.pressAnswer(1);

        assertThat(screen.text("#invoke-status")).isEqualTo("200 OK");
    }

    @Test
    void what_the_shadow_said_is_shown_beside_the_answer(FxRobot robot) {
        robot.interact(() -> open(PageFleet.of(BLUE, GREEN).share(BLUE, 100).mirror(GREEN, 10)));
        var answer = PageAnswers.predictions("blue", 12);
        var body = "{\"predictions\": [1]}".getBytes(StandardCharsets.UTF_8);
        desk.control.shadowAnswers.put(
                answer.requestId(),
                new ShadowAnswer.Given(GREEN, 200, Duration.ofMillis(8), "application/json", body, body.length));
        desk.control.answers.add(answer);

        screen.press("Send").press("#invoke-tab-shadow");
        assertThat(screen.text("#invoke-shadow-text"))
                .isEqualTo("green answered its copy with 200 in 8.0 ms, 20 bytes.");

        screen.press("#invoke-shadow-compare");
        assertThat(screen.text("#invoke-compare-verdict")).contains("values differ");
    }

    @Test
    void a_deployment_that_describes_its_fields_is_asked_in_a_form() {
        screen.press("#invoke-tab-form").press("Ask the deployment");
        assertThat(screen.hasKeyboard("#invoke-form-ask"))
                .as("who goes by keyboard is where they were while the deployment is asked")
                .isTrue();
        desk.control.answer.complete(PageAnswers.openApi());
        waitForFxEvents();
        assertThat(screen.hasKeyboard("#invoke-form-ask")).isTrue();

        screen.type("#invoke-field-age", "61").press("#invoke-tab-body");

        assertThat(screen.code("#invoke-body")).contains("\"age\": 61");
    }

    @Test
    void a_request_is_saved_under_a_name_and_taken_up_again() {
        screen.writeBody("[1]")
                .press("#invoke-tab-saved")
                .type("#invoke-save-name", "mine")
                .press("Save request");
        screen.writeBody("[2]").press("#invoke-saved .list-cell").press("#invoke-saved-use");

        assertThat(screen.code("#invoke-body")).isEqualTo("[1]");
    }

    @Test
    void what_was_answered_and_saved_is_there_when_the_program_is_started_again(FxRobot robot) {
        openAfterAStart(robot);
        desk.control.answers.add(PageAnswers.predictions("blue", 12));
        screen.writeBody("[1]").press("Send");
        screen.press("#invoke-tab-saved").type("#invoke-save-name", "mine").press("Save request");

        openAfterAStart(robot);
        assertThat(screen.answers()).isEqualTo(1);
        screen.chooseAnswers(0);
        assertThat(screen.text("#invoke-status")).isEqualTo("200 OK");
        screen.writeBody("[2]").press("#invoke-tab-saved").press("#invoke-saved .list-cell");
        screen.press("#invoke-saved-use");
        assertThat(screen.code("#invoke-body")).isEqualTo("[1]");
    }

    private void openAfterAStart(FxRobot robot) {
        var book = RequestBook.in(folder, desk.clock, Runnable::run, desk.bench.ui(), desk.notices);
        robot.interact(() -> {
            var page = InvokePage.entry(desk.bench, Runnable::run, book).page();
            window.getChildren().setAll(page.node());
            page.open(new Selection.OfEndpoint(DIABETES), BOTH.fleet());
        });
        waitForFxEvents();
    }

    @Test
    void the_request_is_copied_as_code() {
        screen.press("#invoke-tab-code").press("#invoke-code-copy");

        assertThat(desk.copied).singleElement().asString().startsWith("curl").contains("/endpoints/diabetes/score");
    }

    @Test
    void the_log_lines_of_an_answer_are_one_press_away(FxRobot robot) {
        robot.interact(() -> desk.bench.jumps().onPage(id -> turnToLogs()));
        var answer = PageAnswers.predictions("blue", 12);
        desk.control.answers.add(answer);

        screen.press("Send").press("Log lines");
        var line = "2026-03-01 12:00:00,000 I [7] sluice.access - POST /score 200 3.1ms 84 ";
        desk.control.logFollowers.get(0).accept(new LogLine("blue-1", line + answer.requestId()));
        desk.control.logFollowers.get(0).accept(new LogLine("blue-1", line + "another"));

        await().until(() -> screen.text("#logs-summary").equals("1 of 2 lines"));
    }

    private void turnToLogs() {
        var logs = new LogsPage(desk.bench);
        logs.open(new Selection.OfEndpoint(DIABETES), BOTH.fleet());
        window.getChildren().setAll(logs.node());
    }

    @Test
    void a_request_that_takes_long_need_not_be_waited_for() {
        screen.press("Send");
        assertThat(screen.shows("#invoke-busy")).isTrue();

        screen.press("Stop waiting");

        assertThat(screen.shows("#invoke-busy")).isFalse();
        assertThat(screen.text("#invoke-problem")).contains("Nobody waits");
    }

    @Test
    void a_page_that_was_closed_leaves_nothing_behind(FxRobot robot) {
        var page = new ArrayList<WeakReference<InvokePage>>();
        robot.interact(() -> {
            page.add(new WeakReference<>(open(BOTH)));
            window.getChildren().clear();
        });

        await().until(() -> {
            System.gc();
            return page.get(0).get() == null;
        });
    }

    private InvokePage open(PageFleet fleet) {
        var page = new InvokePage(desk.bench);
        window.getChildren().setAll(page.node());
        page.open(new Selection.OfEndpoint(DIABETES), fleet.fleet());
        return page;
    }

    private static String text(Body body) {
        return new String(((Body.Bytes) body).bytes(), StandardCharsets.UTF_8);
    }
}
