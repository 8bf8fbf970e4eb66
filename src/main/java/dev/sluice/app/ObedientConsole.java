package dev.sluice.app;

import dev.sluice.bench.Orders;
import dev.sluice.console.shell.Tie;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Selection;
import dev.sluice.control.RolloutControl;
import dev.sluice.demo.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.stage.Window;

/**
 * The console as a user has it, which does what {@code bench console} tells it on standard input: {@code usable} is
 * answered when the window can be used, {@code endpoint} and {@code deploy} set the sample up, {@code page <id>} turns
 * to a page, {@code walk} goes through all and tells the stalls, {@code heap} tells what a collection leaves.
 */
final class ObedientConsole {

    private final Executor ui = new FxThread();
    private final RolloutControl control;

    private ObedientConsole(RolloutControl control) {
        this.control = control;
    }

    /** Ends when standard input does. Takes the state folder, and as short a way to the window as {@link Main}. */
    public static void main(String[] args) throws Exception {
        var options = new RuntimeOptions();
        options.home = Path.of(args[0]);
        options.engine = RuntimeOptions.EngineChoice.process;
        System.exit(run(options));
    }

    private static int run(RuntimeOptions options) throws Exception {
        var toolkit = ConsoleHost.startToolkit();
        try (var runtime = RuntimeHost.start(options, Clock.systemUTC())) {
            var console = new ConsoleHost(Footing.own(runtime, new Tie.Companion()), toolkit);
            return console.showWhile(new Selection.Nothing(), teller -> new ObedientConsole(runtime.control()).obey());
        }
    }

    private int obey() {
        try {
            var scene = scene();
            Orders.follow(order -> answer(order, scene));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer(String order, Scene scene) throws IOException {
        try {
            return carryOut(order, scene);
        } catch (Exception e) {
            throw new IOException("'" + order + "' could not be done", e);
        }
    }

    private String carryOut(String order, Scene scene) throws Exception {
        switch (order) {
            case "usable" -> usable(scene);
            case "endpoint" -> fleet().createEndpoint();
            case "deploy" -> {
                var fleet = fleet();
                fleet.deploy();
                return fleet.address();
            }
            case "walk" -> {
                return new PageWalk(scene, ui).go();
            }
            case "heap" -> {
                return "bytes=" + usedHeap();
            }
            default -> turnTo(order.replaceFirst("^page ", ""), scene);
        }
        return order;
    }

    private SampleFleet fleet() {
        return new SampleFleet(control, Sample.in(DemoCommand.samples().resolve("diabetes")));
    }

    private void usable(Scene scene) {
        var usable = new CompletableFuture<Void>();
        ui.execute(() -> FirstUse.of(scene).thenAccept(usable::complete));
        usable.join();
    }

    private void turnTo(String page, Scene scene) {
        ui.execute(() -> {
            var tabs = (TabPane) scene.lookup(".page-tabs");
            tabs.getTabs().stream()
                    .filter(tab -> tab.getId().equals("tab-" + page))
                    .forEach(tabs.getSelectionModel()::select);
        });
    }

    private Scene scene() {
        var scene = new CompletableFuture<Scene>();
        ui.execute(() -> scene.complete(Window.getWindows().get(0).getScene()));
        return scene.join();
    }

    /** What is left after a collection. */
    private static long usedHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
