package dev.sluice.console.overview;

import dev.sluice.console.edit.DeploymentSubject;
import dev.sluice.console.edit.EndpointSubject;
import dev.sluice.console.edit.Subject;
import dev.sluice.console.edit.YamlView;
import dev.sluice.console.edit.YamlViewModel;
import dev.sluice.console.support.Batches;
import dev.sluice.console.support.Page;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Ticker;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.Watch;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.EndpointName;
import java.time.Duration;
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
    private final Drafts drafts = new Drafts();
    private Section section = Section.SUMMARY;
    private Consumer<Fleet> show = fleet -> {};
    private Runnable tick = () -> {};
    private Runnable keepDraft = () -> {};

    /**
     * @param choose chooses something else in the tree
     * @param addDeployment opens the form for a new deployment
     */
    public OverviewPage(Workbench bench, Consumer<Selection> choose, Consumer<EndpointName> addDeployment) {
        this.bench = bench;
        this.choose = choose;
        this.addDeployment = addDeployment;
        this.clock = new Ticker(Duration.ofSeconds(1), bench.ui(), () -> tick.run());
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void open(Selection selection, Fleet fleet) {
        close();
        if (selection instanceof Selection.OfEndpoint of) {
            fleet.endpoint(of.endpoint()).ifPresent(endpoint -> open(endpoint, fleet));
        } else if (selection instanceof Selection.OfDeployment of) {
            var id = of.deployment();
            fleet.endpoint(id.endpoint())
                    .ifPresent(endpoint -> endpoint.deployment(id.deployment())
                            .ifPresent(deployment -> open(endpoint, deployment, fleet)));
        }
    }

    @Override
    public void show(Fleet fleet) {
        show.accept(fleet);
    }

    @Override
    public void close() {
        keepDraft.run();
        clock.stop();
        watch.close();
        node.getChildren().clear();
        show = fleet -> {};
        tick = () -> {};
        keepDraft = () -> {};
    }

    private void open(EndpointView endpoint, Fleet fleet) {
        var name = endpoint.spec().name();
        var model = new EndpointOverviewViewModel(
                bench,
                rates(name),
                endpoint,
                fleet.runtime().routerPort(),
                id -> choose.accept(new Selection.OfDeployment(id)),
                view -> addDeployment.accept(view.spec().name()));
        var yaml = yaml(name.text(), new EndpointSubject(bench, name), fleet);
        show = newer -> {
            newer.endpoint(name)
                    .ifPresent(view -> model.show(view, newer.runtime().routerPort()));
            yaml.show(newer);
        };
        var sheets = new Sheets(turned -> section = turned);
        sheets.add(Section.SUMMARY, () -> Views.load("overview-endpoint", new EndpointOverviewView(model)));
        sheets.add(Section.CONSUME, () -> Views.load("overview-consume", new ConsumeView(model.consume())));
        sheets.add(Section.YAML, () -> YamlView.of(yaml));
        open(sheets);
    }

    private void open(EndpointView endpoint, DeploymentView deployment, Fleet fleet) {
        var id = deployment.spec().id();
        var model = new DeploymentOverviewViewModel(bench, rates(id.endpoint()), endpoint, deployment, fleet);
        var yaml = yaml(id.toString(), new DeploymentSubject(bench, id), fleet);
        show = newer -> {
            model.show(newer);
            yaml.show(newer);
            run(model);
        };
        tick = model::tick;
        run(model);
        var sheets = new Sheets(turned -> section = turned);
        sheets.add(
                Section.SUMMARY,
                () -> Views.load("overview-deployment", new DeploymentOverviewView(model, failed -> {
                    yaml.propose(failed);
                    sheets.turnTo(Section.YAML);
                })));
        sheets.add(Section.YAML, () -> YamlView.of(yaml));
        open(sheets);
    }

    /** With the section in front that was looked at last. */
    private void open(Sheets sheets) {
        node.getChildren().setAll(sheets);
        sheets.open(section);
    }

    private YamlViewModel yaml(String name, Subject subject, Fleet fleet) {
        var yaml = new YamlViewModel(bench, subject, fleet);
        drafts.of(name).ifPresent(yaml::propose);
        keepDraft = () -> drafts.keep(name, yaml.draft());
        return yaml;
    }

    private Rates rates(EndpointName name) {
        var rates = new Rates();
        var samples = new Batches<TrafficSample>(
                bench.ui(), MOST_SAMPLES, watch.whileOpen(batch -> rates.add(batch.values())));
        watch.hold(bench.control().watchTraffic(name, samples));
        return rates;
    }

    /** A clock that runs wakes the whole toolkit sixty times a second, so it runs only while something is under way. */
    private void run(DeploymentOverviewViewModel model) {
        if (model.wayUp().isUnderWay()) {
            clock.start();
        } else {
            clock.stop();
        }
    }
}
