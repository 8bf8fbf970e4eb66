package dev.sluice.console.overview;

import dev.sluice.console.support.Batches;
import dev.sluice.console.support.KeyHint;
import dev.sluice.console.support.Page;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Ticker;
import dev.sluice.console.support.Watch;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.EndpointName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** The first page: another picture for an endpoint than for a deployment. For the UI thread only. */
public final class OverviewPage implements Page {

    /** Enough for the rates that are shown; the samples of an hour come at once. */
    private static final int MOST_SAMPLES = 10;

    private final Workbench bench;
    private final Consumer<Selection> choose;
    private final Consumer<EndpointName> addDeployment;
    private final StackPane node = new StackPane();
    private final Ticker clock;
    private final Watch watch = new Watch();
    private final Pictures pictures = new Pictures();
    private Section section = Section.SUMMARY;
    private Optional<Picture> seen = Optional.empty();

    /**
     * @param choose chooses something else in the tree
     * @param addDeployment opens the form for a new deployment
     */
    public OverviewPage(Workbench bench, Consumer<Selection> choose, Consumer<EndpointName> addDeployment) {
        this.bench = bench;
        this.choose = choose;
        this.addDeployment = addDeployment;
        this.clock = new Ticker(Duration.ofSeconds(1), bench.ui(), () -> seen.ifPresent(Picture::tick));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void open(Selection selection, Fleet fleet) {
        close();
        seen = picture(selection, fleet);
        seen.ifPresent(picture -> {
            selection.scope().ifPresent(name -> measure(picture.rates(), name));
            bringToView(picture.sheets());
            picture.sheets().open(section);
            show(fleet);
        });
    }

    @Override
    public void show(Fleet fleet) {
        seen.ifPresent(picture -> {
            picture.show(fleet);
            run(picture);
        });
    }

    @Override
    public void close() {
        clock.stop();
        watch.close();
        seen.ifPresent(Picture::rest);
        seen = Optional.empty();
        node.setVisible(false);
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                KeyHint.of("overview.keys.open", "Enter"),
                KeyHint.of("yaml.keys.next", "Ctrl+Enter"),
                KeyHint.of("yaml.keys.back", "Esc"),
                KeyHint.of("yaml.keys.suggest", "Ctrl+Space"));
    }

    /**
     * The others stay in the scene unseen: taken out and put in again, each of their nodes would be styled anew. The one that
     * is seen comes first, so that whoever looks something up finds it there.
     */
    private void bringToView(Sheets wanted) {
        node.getChildren().retainAll(pictures.sheets());
        if (!node.getChildren().contains(wanted)) {
            node.getChildren().add(wanted);
        }
        wanted.toBack();
        node.setVisible(true);
        for (var sheets : node.getChildren()) {
            sheets.setVisible(sheets == wanted);
            sheets.setManaged(sheets == wanted);
        }
    }

    private Optional<Picture> picture(Selection selection, Fleet fleet) {
        var endpoint = selection.scope().flatMap(fleet::endpoint);
        if (selection instanceof Selection.OfDeployment of) {
            return endpoint.flatMap(view -> view.deployment(of.deployment().deployment())
                    .map(deployment -> pictures.of(
                            selection, () -> new DeploymentPicture(bench, view, deployment, fleet, this::turned))));
        }
        return endpoint.map(view -> pictures.of(
                selection, () -> new EndpointPicture(bench, view, fleet, choose, addDeployment, this::turned)));
    }

    /** Whether the section is in front where it stands why a deployment has failed. */
    public boolean isOnSummary() {
        return section == Section.SUMMARY;
    }

    /** The next thing is shown with the section in front that was looked at last. */
    private void turned(Section now) {
        section = now;
    }

    private void measure(Rates rates, EndpointName name) {
        var samples = new Batches<TrafficSample>(
                bench.ui(), MOST_SAMPLES, watch.whileOpen(batch -> rates.add(batch.values())));
        watch.hold(bench.control().watchTraffic(name, samples));
    }

    /** A clock that runs wakes the window once a second, so it runs only while something is under way. */
    private void run(Picture picture) {
        if (picture.isUnderWay()) {
            clock.start();
        } else {
            clock.stop();
        }
    }
}
