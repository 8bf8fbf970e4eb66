package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.app.RuntimeOptions.EngineChoice;
import dev.sluice.console.Png;
import dev.sluice.console.invoke.RequestBook;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.Clipboard;
import dev.sluice.console.support.DeploymentColors;
import dev.sluice.console.support.FilePicker;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.NoticeBoard;
import dev.sluice.console.support.PendingQuestion;
import dev.sluice.console.support.Workbench;
import dev.sluice.demo.Account;
import dev.sluice.demo.Load;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * The main job by mouse, once, for real: the window, the runtime, the router, the engine and the sample's models, under
 * 200 requests a second of which every answer is counted.
 */
@ExtendWith(ApplicationExtension.class)
abstract class RolloutStory {

    private static final Path SAMPLE = DemoCommand.samples().resolve("diabetes");
    private static final int REQUESTS_A_SECOND = 200;

    private final EngineChoice engine;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Desk desk = new Desk();

    @TempDir
    private Path folder;

    private RuntimeHost runtime;
    private Stage stage;
    private RolloutScreen screen;

    RolloutStory(EngineChoice engine) {
        this.engine = engine;
    }

    /** For the subclasses' {@code @Start}, which TestFX looks for in the test's own class only. */
    final void open_the_window(Stage given) throws Exception {
        stage = given;
        open();
    }

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void from_blue_to_green_without_a_failed_request(FxRobot robot) throws Exception {
        screen = new RolloutScreen(robot);
        try {
            walk(robot);
        } catch (Exception | AssertionError failure) {
            robot.interact(() -> Png.write(
                    stage.getScene().snapshot(null),
                    Path.of("target/stories", getClass().getSimpleName() + ".png")));
            throw failure;
        }
    }

    private void walk(FxRobot robot) throws Exception {
        createTheEndpoint();
        deployBlue();
        invokeByTheRules();
        try (var load = new Load(client, URI.create(desk.scoringUri), desk.key, sampleRequest())) {
            var splits = new SplitsInForce(Set.of("blue"));
            load.start(REQUESTS_A_SECOND);
            scaleUpAndDown();
            deployGreenAndAskItAlone();
            mirror(load);
            shift(load, splits);
            watch();
            deleteBlue();
            everyRequestWasAnsweredByOneThatWasLive(load.turnPage(), splits);
        }
        closeAndReopen(robot);
        deleteTheEndpoint();
    }

    private void createTheEndpoint() {
        screen.press("#welcome-endpoint").type("#create-endpoint-name", "1abc");
        assertThat(screen.text("#create-endpoint-name-problem")).contains("a letter first");
        screen.type("#create-endpoint-name", "diabetes").press("#create-endpoint-create");
        screen.awaitText("#shell-title", "diabetes").awaitText("#overview-uri", "http");
        desk.scoringUri = screen.text("#overview-uri");
        assertThat(desk.scoringUri).startsWith("http://127.0.0.1:").endsWith("/endpoints/diabetes/score");
    }

    private void deployBlue() throws IOException {
        desk.toPick.add(patient("blue-deployment.yml"));
        screen.press("#shell-open")
                .press("#create-deployment-all-traffic")
                .press("Create deployment blue")
                .awaitText("#shell-title", "blue")
                .awaitState("Ready");
        screen.choose("diabetes").press("#overview-copy-primary");
        desk.key = desk.copied;
    }

    private void invokeByTheRules() throws IOException {
        desk.toPick.add(SAMPLE.resolve("sample-request.json"));
        screen.openPage("invoke").press("#invoke-file").press("#invoke-send").awaitText("#invoke-status", "200");
        screen.awaitText("#invoke-answered-by .chip", "blue").awaitText("#invoke-answer-body", "137.949");
    }

    private void scaleUpAndDown() {
        screen.openPage("overview").choose("blue").scaleTo(2);
        await().atMost(Duration.ofMinutes(1)).until(() -> instancesOf("blue") == 2);
        screen.awaitState("Ready").scaleTo(1);
        await().atMost(Duration.ofMinutes(1)).until(() -> instancesOf("blue") == 1);
        screen.awaitState("Ready");
    }

    private void deployGreenAndAskItAlone() throws Exception {
        desk.toPick.add(patient("green-deployment.yml"));
        screen.press("#shell-open")
                .press("Create deployment green")
                .awaitText("#shell-title", "green")
                .awaitState("Ready");
        screen.choose("diabetes")
                .openPage("invoke")
                .chooseIn("#invoke-target", "green, pinned")
                .press("#invoke-send")
                .awaitText("#invoke-answered-by .chip", "green");

        var byHand = HttpRequest.newBuilder(URI.create(desk.scoringUri))
                .header("Authorization", "Bearer " + desk.key)
                .header("Content-Type", "application/json")
                .header("azureml-model-deployment", "green")
                .POST(BodyPublishers.ofString(sampleRequest()))
                .build();
        assertThat(client.send(byHand, BodyHandlers.ofString()).body()).contains("140.916");
    }

    private void mirror(Load load) {
        screen.openPage("traffic").mirrorTo("green", 10).press("#mirror-apply");
        await().atMost(Duration.ofMinutes(1)).until(() -> screen.number("#mirror-ledger-answered") >= 20);
        assertThat(load.page().answeredBy("green"))
                .as("green's answers that a client saw")
                .isZero();
        seeWhatTheShadowSaid();
        screen.openPage("traffic").press("#mirror-stop");
        await().until(() -> screen.isOffered("#share-fade"));
    }

    /** Only a tenth is copied, so a user asks until one is. */
    private void seeWhatTheShadowSaid() {
        screen.openPage("invoke").chooseIn("#invoke-target", "By traffic rules").press("#invoke-tab-shadow");
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(this::isCopiedOrAsksAgain);
        screen.awaitText("#invoke-answered-by .chip", "blue")
                .press("#invoke-tab-shadow")
                .awaitText("#invoke-shadow-body", "140.916");
    }

    private boolean isCopiedOrAsksAgain() {
        boolean isCopied = screen.text("#invoke-shadow-text").startsWith("green answered its copy with 200");
        if (!isCopied) {
            screen.press("#invoke-send");
        }
        return isCopied;
    }

    private void shift(Load load, SplitsInForce splits) {
        screen.dragLeftShareTo("blue", 90);
        assertThat(screen.share("green")).isEqualTo(10);
        splits.change(Set.of("blue", "green"), () -> apply("blue 90 %"));
        int before = load.page().answeredBy("green");
        await().atMost(Duration.ofMinutes(1)).until(() -> load.page().answeredBy("green") >= before + 40);

        splits.change(Set.of("green"), () -> {
            screen.press("#share-all-green");
            apply("green 100 %");
        });
    }

    /** Some buttons apply at once, others make a draft; either way the header tells when it is in force. */
    private void apply(String inForce) {
        if (screen.isOffered("#traffic-apply")) {
            screen.press("#traffic-apply");
        }
        screen.awaitText("#shell-summary", inForce);
    }

    private void watch() {
        screen.openPage("live");
        await().until(() -> screen.shows("#live-chart-latency"));
        screen.choose("green").openPage("logs");
        await().until(() -> screen.lines("#logs-lines").stream().anyMatch(line -> line.contains("POST /score 200")));
    }

    private void deleteBlue() {
        screen.choose("blue")
                .openPage("overview")
                .press("#overview-delete-deployment")
                .press("Delete blue");
        await().atMost(Duration.ofMinutes(1)).until(() -> !screen.treeShows("blue"));
    }

    private static void everyRequestWasAnsweredByOneThatWasLive(Account account, SplitsInForce splits) {
        await().until(account::isSettled);
        assertThat(account.failures()).isEmpty();
        assertThat(account.answers()).hasSizeGreaterThan(1000).allMatch(splits::allowed);
    }

    private void closeAndReopen(FxRobot robot) throws Exception {
        robot.interact(stage::hide);
        runtime.close();
        robot.interact(() -> {
            try {
                open();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        waitForFxEvents();
        screen.choose("green").openPage("overview").awaitState("Ready");
        screen.choose("diabetes");
        assertThat(screen.text("#overview-uri")).isEqualTo(desk.scoringUri);
    }

    private void deleteTheEndpoint() {
        screen.scrollDownOver("#overview-uri").press("#overview-delete").press("#question-verb");
        await().atMost(Duration.ofMinutes(1)).until(() -> screen.shows("#welcome"));
    }

    private int instancesOf(String deployment) {
        return desk.fleet().stream()
                .filter(name -> name.startsWith(deployment + "-"))
                .toList()
                .size();
    }

    /**
     * The sample's file with limits that hold on a busy machine: the story is about a rollout, not about how many
     * requests a starved model may keep waiting before 429.
     */
    private Path patient(String file) throws IOException {
        var text = Files.readString(SAMPLE.resolve(file))
                .replace("./model-", SAMPLE + "/model-")
                .replace("instance: 50", "instance: 1000\n  request_timeout_ms: 60000");
        assertThat(text).contains("1000", "60000");
        return Files.writeString(folder.resolve(file), text);
    }

    private static String sampleRequest() throws IOException {
        return Files.readString(SAMPLE.resolve("sample-request.json"));
    }

    private void open() throws Exception {
        var options = new RuntimeOptions();
        options.home = folder.resolve("home");
        options.engine = engine;
        runtime = RuntimeHost.start(options, Clock.systemUTC());
        desk.follow(runtime);
        var questions = new PendingQuestion();
        var ui = new FxThread();
        var bench = new Workbench(
                runtime.control(),
                ui,
                Clock.systemUTC(),
                new NoticeBoard(ui),
                questions,
                desk,
                desk,
                new DeploymentColors(),
                new YamlTexts(),
                Runnable::run);
        var book = RequestBook.in(folder.resolve("requests"), Clock.systemUTC(), Runnable::run, ui, bench.notices());
        var console = ConsoleHost.window(bench, questions, Runnable::run, book, () -> {});
        console.show(stage, Theme.LIGHT);
        console.buildAhead();
    }

    /** What the user has at hand: files to choose, a clipboard, and what was noted down. */
    private static final class Desk implements FilePicker, Clipboard {

        private final Queue<Path> toPick = new ArrayDeque<>();
        private volatile List<String> instances = List.of();
        private String copied = "";
        private String scoringUri = "";
        private String key = "";

        void follow(RuntimeHost runtime) {
            runtime.control()
                    .watch(fleet -> instances = fleet.endpoints().stream()
                            .flatMap(endpoint -> endpoint.deployments().stream())
                            .flatMap(deployment -> deployment.instances().stream())
                            .map(instance -> instance.name())
                            .toList());
        }

        List<String> fleet() {
            return instances;
        }

        @Override
        public Optional<Path> openFile(String title, List<String> patterns) {
            return Optional.ofNullable(toPick.poll());
        }

        @Override
        public Optional<Path> openFolder(String title) {
            return Optional.ofNullable(toPick.poll());
        }

        @Override
        public Optional<Path> saveFile(String title, String name) {
            return Optional.ofNullable(toPick.poll());
        }

        @Override
        public void put(String text) {
            copied = text;
        }
    }
}
