package dev.sluice.console.overview;

import dev.sluice.console.support.Page;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EndpointName;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** The first page: another picture for an endpoint than for a deployment. For the UI thread only. */
public final class OverviewPage implements Page {

    private final Workbench bench;
    private final Consumer<Selection> choose;
    private final Consumer<EndpointName> addDeployment;
    private final StackPane node = new StackPane();
    private final Timeline clock;
    private Consumer<Fleet> show = fleet -> {};
    private Runnable tick = () -> {};

    /**
     * @param choose chooses something else in the tree
     * @param addDeployment opens the form for a new deployment
     */
    public OverviewPage(Workbench bench, Consumer<Selection> choose, Consumer<EndpointName> addDeployment) {
        this.bench = bench;
        this.choose = choose;
        this.addDeployment = addDeployment;
        this.clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick.run()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void open(Selection selection, Fleet fleet) {
        if (selection instanceof Selection.OfEndpoint of) {
            open(of.endpoint(), fleet);
        } else if (selection instanceof Selection.OfDeployment of) {
            open(of.deployment(), fleet);
        }
    }

    @Override
    public void show(Fleet fleet) {
        show.accept(fleet);
    }

    @Override
    public void close() {
        clock.stop();
        node.getChildren().clear();
        show = fleet -> {};
        tick = () -> {};
    }

    /** A clock that runs wakes the whole toolkit sixty times a second, so it runs only while something is under way. */
    private void run(DeploymentOverviewViewModel model) {
        if (model.isUnderWay()) {
            clock.play();
        } else {
            clock.stop();
        }
    }

    private void open(EndpointName name, Fleet fleet) {
        fleet.endpoint(name).ifPresent(endpoint -> {
            var model = new EndpointOverviewViewModel(
                    bench,
                    endpoint,
                    fleet.runtime().routerPort(),
                    id -> choose.accept(new Selection.OfDeployment(id)),
                    view -> addDeployment.accept(view.spec().name()));
            show = newer -> newer.endpoint(name)
                    .ifPresent(view -> model.show(view, newer.runtime().routerPort()));
            node.getChildren().setAll(Views.load("overview-endpoint", new EndpointOverviewView(model)));
        });
    }

    private void open(DeploymentId id, Fleet fleet) {
        var model = new DeploymentOverviewViewModel(bench, id, fleet);
        show = newer -> {
            model.show(newer);
            run(model);
        };
        tick = model::tick;
        run(model);
        node.getChildren().setAll(Views.load("overview-deployment", new DeploymentOverviewView(model)));
    }
}
