package dev.sluice.console.live;

import dev.sluice.console.support.Batches;
import dev.sluice.console.support.Command;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.InTurn;
import dev.sluice.console.support.KeyHint;
import dev.sluice.console.support.Latest;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Page;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.PageSettings;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.Watch;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Resolution;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;

/** What each deployment of an endpoint does and takes, as it happens and as it was. For the UI thread only. */
public final class LivePage implements Page {

    /** Samples come once a second, those of several resolutions at once: they make one redraw. */
    private static final long MILLIS_BETWEEN_FRAMES = 100;

    /** A mouse moves more often than charts need to follow. */
    private static final long MILLIS_BETWEEN_POINTS = 34;

    /** All that the runtime keeps of an endpoint, which comes at once when the page opens. */
    private static final int MOST_SAMPLES =
            Arrays.stream(Resolution.values()).mapToInt(Resolution::kept).sum();

    private final Workbench bench;
    private final LiveViewModel model;
    private final Exports exports;
    private final Watch watch = new Watch();
    private final Executor paced;
    private final Parent node;
    private Optional<EndpointName> endpoint = Optional.empty();

    public LivePage(Workbench bench) {
        this(bench, new PageSettings());
    }

    /** @param settings how the page was looked at last time, and will be next time */
    private LivePage(Workbench bench, PageSettings settings) {
        this.bench = bench;
        model = new LiveViewModel(bench.clock(), bench.reach().lost());
        model.keepIn(settings);
        exports = new Exports(bench, model.clock());
        paced = CompletableFuture.delayedExecutor(
                MILLIS_BETWEEN_FRAMES, TimeUnit.MILLISECONDS, new InTurn(bench.background()));
        node = Views.load(
                "live",
                new LiveView(
                        model,
                        this::color,
                        new Latest<>(every(MILLIS_BETWEEN_POINTS), model.crosshair()::point),
                        () -> exports.csv(shown(), model.frameProperty().get()),
                        picture -> exports.png(shown(), model.frameProperty().get(), picture),
                        bench.jumps()::toFirstDeployment,
                        every(0)));
    }

    private Executor every(long millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, bench.ui());
    }

    /** The page with its tab. */
    public static PageEntry entry(Workbench bench) {
        return PageEntry.keeping("live", "live.tab", settings -> new LivePage(bench, settings));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void open(Selection selection, Fleet fleet) {
        watch.close();
        selection.scope().ifPresent(name -> {
            endpoint = Optional.of(name);
            model.open(name, fleet);
            var maker = new Moments();
            var moments = new Batches<List<Moment>>(bench.ui(), MOST_SAMPLES, watch.whileOpen(this::measure));
            var samples =
                    new Batches<TrafficSample>(paced, MOST_SAMPLES, batch -> moments.accept(maker.of(batch.values())));
            watch.hold(bench.control().watchHistory(name, samples));
        });
    }

    private void measure(Batches.Batch<List<Moment>> batch) {
        model.measure(batch.values().stream().flatMap(List::stream).toList());
    }

    @Override
    public void show(Fleet fleet) {
        endpoint.ifPresent(name -> model.show(name, fleet));
    }

    @Override
    public void close() {
        watch.close();
    }

    @Override
    public List<Command> commands() {
        if (!model.emptyTextProperty().get().isEmpty()) {
            return List.of();
        }
        var table = model.asTableProperty();
        return List.of(
                model.liveProperty().get()
                        ? Command.action(Messages.of("live.command.pause"), model::pause)
                        : Command.action(Messages.of("live.command.return"), "End", model::resume),
                Command.action(
                        Messages.of(table.get() ? "live.command.charts" : "live.command.table"),
                        () -> table.set(!table.get())),
                Command.action(
                        Messages.of("live.command.csv"),
                        () -> exports.csv(shown(), model.frameProperty().get())));
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                KeyHint.of("live.keys.step", "Left", "Right"),
                KeyHint.of("live.keys.leap", "Shift+Left", "Shift+Right"),
                KeyHint.of("live.keys.time", "Page Up", "Page Down"),
                KeyHint.of("live.command.return", "End"),
                KeyHint.of("live.keys.hide", "Esc"));
    }

    private DeploymentColor color(DeploymentName name) {
        return bench.colors().of(new DeploymentId(shown(), name));
    }

    private EndpointName shown() {
        return endpoint.orElseThrow();
    }
}
