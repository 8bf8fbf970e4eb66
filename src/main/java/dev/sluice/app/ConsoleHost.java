package dev.sluice.app;

import dev.sluice.console.invoke.InvokePage;
import dev.sluice.console.live.LivePage;
import dev.sluice.console.logs.LogsPage;
import dev.sluice.console.traffic.TrafficPage;
import dev.sluice.console.shell.ConsoleWindow;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.PendingQuestion;
import dev.sluice.console.support.Workbench;
import dev.sluice.demo.Teller;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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

    /** Shows the window while {@code work} runs on the calling thread. */
    int showWhile(ToIntFunction<Teller> work) {
        var teller = new WindowTeller(open());
        try {
            return work.applyAsInt(teller);
        } finally {
            leave();
        }
    }

    private ConsoleWindow open() {
        var opened = new CompletableFuture<ConsoleWindow>();
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            try {
                opened.complete(show(new Stage()));
            } catch (RuntimeException e) {
                opened.completeExceptionally(e);
            }
        });
        return opened.join();
    }

    private ConsoleWindow show(Stage stage) {
        var questions = new PendingQuestion();
        var bench = Workbench.in(stage, runtime.control(), runtime.clock(), questions);
        var window = new ConsoleWindow(bench, questions, new YamlFiles(), background, pages(bench), this::trySample);
        window.show(stage, Theme.LIGHT);
        stage.showingProperty().addListener((o, before, showing) -> closed.countDown());
        return window;
    }

    private static List<PageEntry> pages(Workbench bench) {
        return List.of(
                new PageEntry("traffic", "page.traffic", new TrafficPage(bench)),
                new PageEntry("live", "page.live", new LivePage(bench)),
                new PageEntry("invoke", "page.invoke", new InvokePage(bench)),
                new PageEntry("logs", "page.logs", new LogsPage(bench)));
    }

    private void trySample() {}

    private void leave() {
        background.shutdownNow();
        Platform.exit();
    }
}
