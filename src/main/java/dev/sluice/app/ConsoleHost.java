package dev.sluice.app;

import dev.sluice.console.activity.ActivityPage;
import dev.sluice.console.invoke.InvokePage;
import dev.sluice.console.invoke.RequestBook;
import dev.sluice.console.live.LivePage;
import dev.sluice.console.logs.LogsPage;
import dev.sluice.console.shell.ConsoleWindow;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.PendingQuestion;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Workbench;
import dev.sluice.console.traffic.TrafficPage;
import dev.sluice.demo.DemoFailed;
import dev.sluice.demo.FirstSteps;
import dev.sluice.demo.Sample;
import dev.sluice.demo.Stagehand;
import dev.sluice.demo.Teller;
import dev.sluice.domain.Actor.Face;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Opens the console's window on a runtime, and builds what stands in it. */
final class ConsoleHost {

    private final RuntimeHost runtime;
    private final ExecutorService background = Executors.newCachedThreadPool(Threads.named("console"));
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<ConsoleWindow> window = new CompletableFuture<>();
    private final Executor ui = new FxThread();

    ConsoleHost(RuntimeHost runtime) {
        this.runtime = runtime;
    }

    /** Whether a window can be shown at all. */
    static boolean displayIsThere(Map<String, String> environment) {
        return !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
                || !System.getProperty("os.name").contains("Linux");
    }

    /** Shows the window and returns when the user has closed it. */
    void showUntilClosed() throws InterruptedException {
        open();
        closed.await();
        leave();
    }

    /** Shows the window while {@code work} runs on the calling thread; {@code about} is what it works on. */
    int showWhile(Selection about, ToIntFunction<Teller> work) {
        var teller = new WindowTeller(open(), about, ui);
        try {
            return work.applyAsInt(teller);
        } finally {
            leave();
        }
    }

    /** Calls {@code task} if the user closes the window. */
    void whenClosed(Runnable task) {
        background.execute(() -> {
            try {
                closed.await();
                task.run();
            } catch (InterruptedException leaving) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private ConsoleWindow open() {
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            try {
                window.complete(show(new Stage()));
            } catch (RuntimeException e) {
                window.completeExceptionally(e);
            }
        });
        return window.join();
    }

    private ConsoleWindow show(Stage stage) {
        var questions = new PendingQuestion();
        var control = runtime.control().by(Actors.of(Face.CONSOLE));
        var bench = Workbench.in(stage, control, runtime.clock(), questions, background);
        var book = RequestBook.in(
                runtime.folder().resolve("requests"), bench.clock(), background, bench.ui(), bench.notices());
        var console = window(bench, questions, background, book, this::trySample);
        console.show(stage, Theme.LIGHT);
        stage.showingProperty().addListener((o, before, showing) -> closed.countDown());
        return console;
    }

    /** A window with all its pages, on whatever runtime and whatever helpers the bench has. */
    static ConsoleWindow window(
            Workbench bench, PendingQuestion questions, Executor background, RequestBook book, Runnable trySample) {
        var pages = List.of(
                TrafficPage.entry(bench),
                LivePage.entry(bench),
                InvokePage.entry(bench, background, book),
                LogsPage.entry(bench),
                ActivityPage.entry(bench));
        return new ConsoleWindow(bench, questions, new YamlFiles(), background, pages, trySample);
    }

    /** Sets the sample up in the background; what fails is told like any other failure. */
    private void trySample() {
        var demo = runtime.control().by(Actors.of(Face.DEMO));
        background.execute(() -> {
            try (var stage = new Stagehand(demo, runtime.http(), Duration.ZERO)) {
                whenClosed(stage::cancel);
                var sample = Sample.in(DemoCommand.samples().resolve("diabetes"));
                var teller = teller(new Selection.OfEndpoint(sample.endpoint().name()));
                new FirstSteps(stage, sample, teller).run();
                teller.end(true, "The sample's endpoint is gone.");
            } catch (DemoFailed failure) {
                teller(new Selection.Nothing()).end(false, "The sample could not be set up. " + failure.getMessage());
            }
        });
    }

    private Teller teller(Selection about) {
        return new WindowTeller(window.join(), about, ui);
    }

    private void leave() {
        background.shutdownNow();
        Platform.exit();
    }
}
