package dev.sluice.console;

import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.desktop.ColorScheme;
import dev.sluice.console.desktop.EngineCheck;
import dev.sluice.console.desktop.WindowState;
import dev.sluice.console.settings.LocalSettings;
import dev.sluice.console.shell.ConsoleWindow;
import dev.sluice.console.shell.Surroundings;
import dev.sluice.console.shell.Tie;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Needs;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.WindowAction;
import dev.sluice.domain.ImageSubstitutions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** The window's frame around one blank page, on fakes. What surrounds it is as the story says before it opens it. */
final class Frame {

    /** What the page offers in the whole window: nothing, by keys. */
    private static final WindowAction GREET = new WindowAction(
            "greet",
            "traffic.undo.action",
            KeyCombination.keyCombination("Shortcut+G"),
            Needs.NOTHING,
            chosen -> Optional.empty(),
            chosen -> {});

    final TestBench desk = new TestBench(new FxThread());

    /** One for each time that the sample was asked for. */
    final List<String> samples = new ArrayList<>();

    Optional<ColorScheme> desktop = Optional.empty();
    Optional<String> whyNoDocker = Optional.empty();
    Tie tie = new Tie.Companion();

    /** What comes of another look for Docker. */
    final CompletableFuture<EngineCheck.Finding> dockerLook = new CompletableFuture<>();

    private Optional<ConsoleWindow> window = Optional.empty();
    private BlankPage traffic = new BlankPage();

    /** A window of its own each time, on what is left of the one before. */
    void open(FxRobot robot, Stage stage, WindowState left) {
        traffic = new BlankPage();
        var page = traffic;
        robot.interact(() -> {
            var opened = new ConsoleWindow(
                    desk.bench,
                    desk.questions,
                    file -> new Read.Deployment(SampleFleets.spec(SampleFleets.BLUE, 1), List.of()),
                    Runnable::run,
                    List.of(new PageEntry("traffic", "overview.title", () -> page, List.of(GREET))),
                    () -> samples.add("sample"));
            opened.show(
                    stage,
                    new Surroundings(
                            () -> desktop,
                            told -> {},
                            left,
                            new Check(),
                            LocalSettings.inMemory(ImageSubstitutions.NONE),
                            tie));
            window = Optional.of(opened);
        });
        waitForFxEvents();
    }

    ConsoleWindow window() {
        return window.orElseThrow();
    }

    /** The only page, of the window that was opened last. */
    BlankPage traffic() {
        return traffic;
    }

    private final class Check implements EngineCheck {

        @Override
        public Optional<String> whyNoDocker() {
            return whyNoDocker;
        }

        @Override
        public CompletionStage<Finding> again() {
            return dockerLook;
        }
    }
}
