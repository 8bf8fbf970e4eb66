package dev.sluice.console.traffic;

import dev.sluice.console.support.Batches;
import dev.sluice.console.support.Command;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.KeyHint;
import dev.sluice.console.support.Needs;
import dev.sluice.console.support.Page;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.PageSettings;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.Watch;
import dev.sluice.console.support.WindowAction;
import dev.sluice.console.support.Workbench;
import dev.sluice.console.support.routing.RoutingChanges;
import dev.sluice.control.Fleet;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.Activity;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.List;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** How the live requests of an endpoint are split, and what of them is mirrored. For the UI thread only. */
public final class TrafficPage implements Page {

    /** The history of an endpoint comes at once; no more than this is ever of use. */
    private static final int MOST_SAMPLES = 3_600;

    /** Of the journal so much is read, to know where a rollout began; a longer one ends at what is known. */
    private static final int NEWEST_ENTRIES = 1_000;

    private final Workbench bench;
    private final RoutingDrafts drafts;
    private final TrafficViewModel traffic;
    private final MirrorViewModel mirror;
    private final AgreementViewModel agreement;
    private final UndoViewModel undo;
    private final TrafficCommands commands;
    private final Watch watch = new Watch();
    private final Watch journal = new Watch();
    private final TrafficView view;
    private final Parent node;
    private @Nullable EndpointName endpoint;

    public TrafficPage(Workbench bench) {
        this(bench, new PageSettings());
    }

    /** @param settings which differences between answers counted last time, and will next time */
    private TrafficPage(Workbench bench, PageSettings settings) {
        this.bench = bench;
        var changes = bench.routings();
        drafts = new RoutingDrafts(bench.notices());
        traffic = new TrafficViewModel(changes, drafts);
        mirror = new MirrorViewModel(changes, drafts);
        undo = new UndoViewModel(changes);
        agreement = new AgreementViewModel(bench.control(), bench.ui(), settings);
        var mirrorView = new MirrorView(mirror, agreement);
        mirrorView.onLog(bench.jumps()::toLogs);
        view = new TrafficView(traffic, undo, mirrorView, this::color, bench.jumps()::toFirstDeployment);
        node = Views.load("traffic", view);
        commands = new TrafficCommands(traffic, mirror, bench.reach(), view::applyWhatIsChanged, view::discardAll);
    }

    /** The page with its tab, and what it offers in the whole window: to take changes of routing back. */
    public static PageEntry entry(Workbench bench) {
        return PageEntry.keeping(
                "traffic", "traffic.tab", settings -> new TrafficPage(bench, settings), actions(bench.routings()));
    }

    private static List<WindowAction> actions(RoutingChanges changes) {
        return List.of(
                new WindowAction(
                        "traffic-undo",
                        "traffic.undo.action",
                        TrafficKeys.UNDO,
                        Needs.RUNTIME,
                        chosen -> chosen.scope().flatMap(changes::undoProspect),
                        chosen -> chosen.scope().ifPresent(changes::undo)),
                new WindowAction(
                        "traffic-redo",
                        "traffic.redo.action",
                        TrafficKeys.REDO,
                        Needs.RUNTIME,
                        chosen -> chosen.scope().flatMap(changes::redoProspect),
                        chosen -> chosen.scope().ifPresent(changes::redo)));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void open(Selection selection, Fleet fleet) {
        watch.close();
        view.putBack(); // what is typed for one endpoint is not for the next
        selection.scope().ifPresent(name -> {
            endpoint = name;
            drafts.show(name);
            traffic.open(name, fleet);
            mirror.open(name, fleet);
            agreement.open(name);
            undo.open(name, fleet);
            var samples = new Batches<TrafficSample>(
                    bench.ui(), MOST_SAMPLES, watch.whileOpen(batch -> measure(batch.values())));
            watch.hold(bench.control().watchTraffic(name, samples));
        });
        readJournal();
    }

    private void readJournal() {
        journal.close();
        var entries = new Batches<Activity>(
                bench.ui(), 2 * NEWEST_ENTRIES, journal.whileOpen(batch -> traffic.read(batch.values())));
        journal.hold(bench.control().watchActivity(NEWEST_ENTRIES, entries));
    }

    private void measure(List<TrafficSample> samples) {
        traffic.measure(samples);
        mirror.measure(samples);
        askForAgreement();
    }

    /** Once something was mirrored, and then with each second. */
    private void askForAgreement() {
        if (mirror.countedProperty().get()) {
            agreement.refresh();
        }
    }

    @Override
    public void show(Fleet fleet) {
        traffic.show(fleet);
        mirror.show(fleet);
        undo.show(fleet);
        askForAgreement();
    }

    @Override
    public void close() {
        watch.close();
        journal.close();
    }

    @Override
    public List<Command> commands() {
        return commands.now();
    }

    @Override
    public List<KeyHint> keys() {
        return TrafficKeys.hints();
    }

    private DeploymentColor color(DeploymentName name) {
        if (endpoint == null) {
            throw new IllegalStateException("a deployment without an endpoint");
        }
        return bench.colors().of(new DeploymentId(endpoint, name));
    }
}
