package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import dev.sluice.app.RuntimeOptions.EngineChoice;
import dev.sluice.console.Png;
import dev.sluice.console.invoke.RequestBook;
import dev.sluice.console.shell.ConsoleWindow;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.PendingQuestion;
import dev.sluice.console.support.Workbench;
import dev.sluice.domain.Actor.Face;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A new user's first minute, for real: from the empty window to charts that move, on processes and the sample's models. */
@ExtendWith(ApplicationExtension.class)
class SampleStory {

    private static final int MOST_CLICKS = 6;
    private static final Duration MOST_TIME = Duration.ofSeconds(60);

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final List<Runnable> toEnd = new CopyOnWriteArrayList<>();
    private final CompletableFuture<ConsoleWindow> window = new CompletableFuture<>();

    @TempDir
    private Path folder;

    private RuntimeHost runtime;
    private final Set<String> seen = new HashSet<>();
    private Stage stage;
    private int clicks;

    @Start
    void open_the_window(Stage given) throws Exception {
        stage = given;
        var options = new RuntimeOptions();
        options.home = folder.resolve("home");
        options.engine = EngineChoice.process;
        runtime = RuntimeHost.start(options, Clock.systemUTC());
        var questions = new PendingQuestion();
        var bench = Workbench.in(stage, runtime.control(), Clock.systemUTC(), questions, new YamlTexts(), background);
        var book =
                RequestBook.in(folder.resolve("requests"), Clock.systemUTC(), background, bench.ui(), bench.notices());
        var sample = new SampleStart(
                runtime.control().by(Actors.of(Face.DEMO)),
                runtime.http(),
                Clock.systemUTC(),
                background,
                about -> new WindowTeller(window.join().demonstration(), about, new FxThread()),
                bench.errands(),
                bench.ui(),
                toEnd::add);
        var console = ConsoleHost.window(bench, questions, background, book, sample);
        console.show(stage, Theme.LIGHT);
        stage.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> clicks++);
        window.complete(console);
    }

    @AfterEach
    void close() {
        toEnd.forEach(Runnable::run);
        background.shutdownNow();
        runtime.close();
    }

    @Test
    void a_new_user_sees_moving_charts_with_at_most_six_clicks_within_a_minute(FxRobot robot) {
        try {
            walk(robot);
        } catch (RuntimeException | AssertionError failure) {
            robot.interact(() -> Png.write(stage.getScene().snapshot(null), Path.of("target/stories/SampleStory.png")));
            throw failure;
        }
    }

    private void walk(FxRobot robot) {
        var screen = new RolloutScreen(robot);
        var began = Instant.now();

        screen.press("#welcome-sample");
        assertThat(screen.isOffered("#welcome-sample")).isFalse();
        assertThat(screen.shows("#narration")).isTrue();

        // A look at a window that is being built may take longer than the screen has patience for.
        await().atMost(MOST_TIME).ignoreExceptions().until(() -> hasMoved(robot, screen));
        var took = Duration.between(began, Instant.now());

        System.Logger log = System.getLogger(SampleStory.class.getName());
        log.log(System.Logger.Level.INFO, "moving charts after {0} click(s) and {1} ms", clicks, took.toMillis());
        assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
        assertThat(took).isLessThan(MOST_TIME);
        stopsTheSampleAmongTheJobs(screen);
    }

    private static void stopsTheSampleAmongTheJobs(RolloutScreen screen) {
        screen.awaitText("#status-jobs", "Sample rollout").press("#status-jobs").press("#job-cancel");

        screen.awaitText("#narration .narration-title", "The sample was stopped");
        assertThat(screen.text("#status-jobs")).doesNotContain("Sample rollout");
        assertThat(screen.treeShows("diabetes")).isTrue();
    }

    /** The sample shows the charts by itself; should it be the user's turn before they move, the user goes back to them. */
    private boolean hasMoved(FxRobot robot, RolloutScreen screen) {
        if (screen.shows("#traffic-page")) {
            screen.openPage("live");
        }
        if (screen.shows("#live-chart-rate")) {
            seen.add(numbers(robot));
        }
        return seen.size() > 2;
    }

    /** What stands beside the charts, the newest of each line. */
    private static String numbers(FxRobot robot) {
        return waitForAsyncFx(
                10_000,
                () -> robot.lookup("#live-newest")
                        .tryQueryAs(TableView.class)
                        .map(table -> String.valueOf(table.getItems()))
                        .orElse(""));
    }
}
