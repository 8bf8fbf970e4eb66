package dev.sluice.app;

import dev.sluice.console.activity.ActivityPage;
import dev.sluice.console.assets.AssetsPage;
import dev.sluice.console.desktop.HostPrograms;
import dev.sluice.console.desktop.WindowFile;
import dev.sluice.console.desktop.WindowState;
import dev.sluice.console.desktop.XdgNotifier;
import dev.sluice.console.desktop.XdgSettings;
import dev.sluice.console.invoke.InvokePage;
import dev.sluice.console.invoke.RequestBook;
import dev.sluice.console.live.LivePage;
import dev.sluice.console.logs.LogsPage;
import dev.sluice.console.shell.ConsoleWindow;
import dev.sluice.console.shell.Parting;
import dev.sluice.console.shell.Surroundings;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.PendingQuestion;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Ticker;
import dev.sluice.console.support.Workbench;
import dev.sluice.console.traffic.TrafficPage;
import dev.sluice.demo.Teller;
import dev.sluice.engine.ProfileFile;
import dev.sluice.home.Home;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Opens the console's window on a runtime, and builds what stands in it. */
final class ConsoleHost implements Windows.One {

    private static final Duration KEEP_EVERY = Duration.ofSeconds(5);
    private static final Duration DESKTOP_PATIENCE = Duration.ofSeconds(2);

    private final Footing footing;
    private final CompletableFuture<Void> toolkit;
    private final ExecutorService background = Executors.newCachedThreadPool(Threads.named("console"));
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<ConsoleWindow> window = new CompletableFuture<>();
    private final Executor ui = new FxThread();
    private final WindowFile windowFile;
    private WindowState kept = WindowState.first();

    /** @param toolkit completes when windows can be made */
    ConsoleHost(Footing footing, CompletableFuture<Void> toolkit) {
        this.footing = footing;
        this.toolkit = toolkit;
        this.windowFile = new WindowFile(footing.folder().resolve("window.properties"));
    }

    /** Whether a window can be shown at all. */
    static boolean displayIsThere(Map<String, String> environment) {
        return !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
                || !System.getProperty("os.name").contains("Linux");
    }

    /**
     * Begins with what a window needs and a runtime does not, to be ready about when the runtime is. Which looks the window
     * will have is not known yet; the usual ones keep the toolkit from reading its own, which nobody gets to see.
     *
     * @return completes when windows can be made, exceptionally if there is no display
     */
    static CompletableFuture<Void> startToolkit() {
        var started = new CompletableFuture<Void>();
        // The call itself waits for the display, most of the time.
        Threads.named("toolkit")
                .newThread(() -> {
                    try {
                        Platform.startup(() -> {
                            Platform.setImplicitExit(false);
                            Theme.LIGHT.apply();
                            Theme.dress(new Scene(new Group()));
                        });
                        started.complete(null);
                    } catch (Throwable e) { // a library that cannot be loaded is an error
                        started.completeExceptionally(noWindow(e));
                    }
                })
                .start();
        return started;
    }

    private static IllegalStateException noWindow(Throwable why) {
        return new IllegalStateException(
                "no window can be shown: " + why.getMessage()
                        + ". Start Sluice in a graphical session, or name its display"
                        + " in DISPLAY. On a machine without one `./sluice serve` runs the endpoints, `./sluice ml`"
                        + " commands them and `./sluice demo --no-window` shows a rollout",
                why);
    }

    /** Shows the window; returns when it can be seen. */
    @Override
    public ConsoleHost show() {
        open();
        return this;
    }

    /** Returns when the window has been closed, by its user or by {@code stop}, with what is to become of the runtime. Nothing of it is left then. */
    @Override
    public Parting awaitClosed() throws InterruptedException {
        var console = window.join();
        closed.await();
        try {
            windowFile.save(CompletableFuture.supplyAsync(console::state, ui).join());
            return CompletableFuture.supplyAsync(console::parting, ui).join();
        } finally {
            background.shutdownNow();
        }
    }

    /** Puts the window in front of all others; false if it is not there any more. */
    @Override
    public CompletionStage<Boolean> raise() {
        return window.thenApplyAsync(ConsoleWindow::raise, ui);
    }

    @Override
    public CompletionStage<Boolean> takeAway() {
        return window.thenApplyAsync(ConsoleWindow::takeAway, ui);
    }

    /** Shows the window while {@code work} runs on the calling thread; {@code about} is what it works on. */
    int showWhile(Selection about, ToIntFunction<Teller> work) {
        var teller = new WindowTeller(open().demonstration(), about, ui);
        try {
            return work.applyAsInt(teller);
        } finally {
            leave();
        }
    }

    /** Calls {@code task} when the window is closed, by whomever. */
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
        var programs = new HostPrograms(DESKTOP_PATIENCE);
        var surroundings = new Surroundings(
                new XdgSettings(programs),
                new XdgNotifier(programs),
                windowFile.load(),
                new DockerCheck(footing.folder(), footing.whyNoDocker(), background),
                new KeptSettings(footing.substitutions(), new ProfileFile(Home.instanceProfiles(footing.folder()))),
                footing.tie());
        toolkit.join();
        Platform.runLater(() -> {
            try {
                window.complete(show(new Stage(), surroundings));
            } catch (Throwable e) { // whatever it is, nobody is to wait for a window that does not come
                window.completeExceptionally(e);
            }
        });
        return window.join();
    }

    private ConsoleWindow show(Stage stage, Surroundings surroundings) {
        var questions = new PendingQuestion();
        var control = footing.control();
        var bench = Workbench.in(stage, control, footing.clock(), questions, new YamlTexts(), background);
        var book = RequestBook.in(
                footing.folder().resolve("requests"), bench.clock(), background, bench.ui(), bench.notices());
        var sample = new SampleStart(
                footing.sample(),
                footing.http(),
                bench.clock(),
                background,
                this::teller,
                bench.errands(),
                bench.ui(),
                this::whenClosed);
        var console = window(bench, questions, background, book, sample);
        console.show(stage, surroundings);
        console.buildAhead();
        // A session that ends takes the program with it before the window has been closed.
        var keeper = new Ticker(KEEP_EVERY, ui, () -> keep(console.state()));
        keeper.start();
        stage.showingProperty().addListener((o, before, showing) -> {
            keeper.stop();
            closed.countDown();
        });
        return console;
    }

    private void keep(WindowState now) {
        if (!now.equals(kept)) {
            kept = now;
            background.execute(() -> windowFile.save(now));
        }
    }

    /** A window with all its pages, on whatever runtime and whatever helpers the bench has. */
    static ConsoleWindow window(
            Workbench bench, PendingQuestion questions, Executor background, RequestBook book, Runnable trySample) {
        var pages = List.of(
                TrafficPage.entry(bench),
                LivePage.entry(bench),
                InvokePage.entry(bench, background, book),
                LogsPage.entry(bench),
                ActivityPage.entry(bench),
                AssetsPage.entry(bench));
        return new ConsoleWindow(bench, questions, new YamlFiles(), background, pages, trySample);
    }

    private Teller teller(Selection about) {
        return new WindowTeller(window.join().demonstration(), about, ui);
    }

    private void leave() {
        background.shutdownNow();
        endToolkit();
    }

    /** No window can be shown any more. */
    static void endToolkit() {
        Platform.exit();
    }
}
