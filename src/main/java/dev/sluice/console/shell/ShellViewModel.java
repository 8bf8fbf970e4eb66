package dev.sluice.console.shell;

import dev.sluice.console.create.ManifestReader;
import dev.sluice.console.explorer.ExplorerViewModel;
import dev.sluice.console.jobs.JobsViewModel;
import dev.sluice.console.support.Latest;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.domain.Asset;
import dev.sluice.domain.DeploymentId;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The window's own state: the newest picture, what is chosen, what is drawn in front. For the UI thread only. */
final class ShellViewModel {

    /** What fills the middle of the window. */
    enum Scene {
        LOADING,
        WELCOME,
        PAGES
    }

    static final String OVERVIEW = "overview";

    private static final Fleet NONE = new Fleet(0, new Fleet.Runtime("", "", "", 0, 0), List.of(), List.of());

    private final Workbench bench;
    private final FleetNews news;
    private final ExplorerViewModel explorer;
    private final StatusViewModel status;
    private final JobsViewModel jobs;
    private final HealthViewModel health;
    private final DrawerViewModel drawer;
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(new Selection.Nothing());
    private final ReadOnlyObjectWrapper<Fleet> fleet = new ReadOnlyObjectWrapper<>(NONE);
    private final ReadOnlyObjectWrapper<Header> header = new ReadOnlyObjectWrapper<>(new Header.Empty());
    private final ReadOnlyObjectWrapper<Scene> scene = new ReadOnlyObjectWrapper<>(Scene.LOADING);
    private Predicate<String> ofNothingChosen = id -> false;
    private BooleanSupplier isLookedAt = () -> false;
    private final StringProperty page = new SimpleStringProperty(OVERVIEW);

    /** What was created and has not been seen in a picture yet; chosen as soon as it is. */
    private Selection awaited = new Selection.Nothing();

    ShellViewModel(Workbench bench, ManifestReader reader, Executor background) {
        this.bench = bench;
        this.news = new FleetNews(bench.notices(), this::open);
        this.explorer = new ExplorerViewModel(bench.colors(), selection);
        this.status = new StatusViewModel(bench.clock(), bench.errands(), bench.reach());
        this.jobs = new JobsViewModel(bench);
        this.health = new HealthViewModel(bench.control(), bench.clock(), bench.ui());
        this.drawer = new DrawerViewModel(bench, reader, background, fleet::get, this::created);
        health.healthProperty().addListener((o, before, after) -> reach(after));
        selection.addListener((o, before, after) -> refreshHeader());
        page.addListener((o, before, after) -> refreshScene());
    }

    private void reach(HealthViewModel.Health now) {
        if (now == HealthViewModel.Health.ENDED) {
            bench.reach().lose(Messages.of("health.ended.tip"));
        } else {
            bench.reach().regain();
        }
    }

    /** Begins to follow the runtime, until the result is closed. */
    AutoCloseable follow() {
        return bench.control().watch(new Latest<>(bench.ui(), this::show));
    }

    /** Which pages are there too when there is no endpoint, by their ids. */
    void keepWithoutEndpoints(Predicate<String> pages) {
        ofNothingChosen = pages;
    }

    /** Whether the user has the window before them: what they see need not be told. */
    void seenWhile(BooleanSupplier isFocused) {
        isLookedAt = isFocused;
    }

    /** Of the registered model, for the endpoint that is chosen; without any, an endpoint comes first. */
    void newDeploymentOf(Asset model) {
        selection.get().scope().ifPresentOrElse(endpoint -> drawer.newDeployment(endpoint, model), drawer::newEndpoint);
    }

    /** For the endpoint that is chosen, or the first one; without any, an endpoint comes first. */
    void newDeployment() {
        var chosen = selection.get();
        if (chosen instanceof Selection.OfEndpoint of) {
            drawer.newDeployment(of.endpoint());
        } else if (chosen instanceof Selection.OfDeployment of) {
            drawer.newDeployment(of.deployment().endpoint());
        } else {
            drawer.newEndpoint();
        }
    }

    void select(Selection wanted) {
        selection.set(wanted);
    }

    /** Begins where the last window was left, as far as that is there when the runtime tells for the first time. */
    void begin(Selection left, String openPage) {
        selection.set(left);
        page.set(openPage);
    }

    /** Chooses it now, or as soon as it is seen in a picture. */
    void selectWhenThere(Selection wanted) {
        awaited = wanted;
        choose();
    }

    ExplorerViewModel explorer() {
        return explorer;
    }

    StatusViewModel status() {
        return status;
    }

    JobsViewModel jobs() {
        return jobs;
    }

    HealthViewModel health() {
        return health;
    }

    DrawerViewModel drawer() {
        return drawer;
    }

    ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    ReadOnlyObjectProperty<Fleet> fleetProperty() {
        return fleet.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Header> headerProperty() {
        return header.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Scene> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    /** The id of the page that is open. */
    StringProperty pageProperty() {
        return page;
    }

    private void show(Fleet newer) {
        var before = fleet.get();
        bench.colors().show(ids(newer));
        bench.routings().show(newer);
        fleet.set(newer);
        explorer.show(newer.endpoints());
        status.show(newer);
        jobs.show(newer);
        choose();
        refreshHeader();
        refreshScene();
        news.tell(before, newer, this::isSeen);
    }

    private void open(DeploymentId id) {
        select(Choice.in(fleet.get(), new Selection.OfDeployment(id), selection.get())); // it may be gone by now
        page.set(OVERVIEW);
    }

    /** A failure stands on the overview of its deployment, and nowhere else. */
    private boolean isSeen(DeploymentId id) {
        return isLookedAt.getAsBoolean()
                && page.get().equals(OVERVIEW)
                && selection.get().equals(new Selection.OfDeployment(id));
    }

    /** Without an endpoint most pages have nothing to show. */
    private void refreshScene() {
        if (fleet.get() != NONE) {
            boolean empty = fleet.get().endpoints().isEmpty() && !ofNothingChosen.test(page.get());
            scene.set(empty ? Scene.WELCOME : Scene.PAGES);
        }
    }

    private void refreshHeader() {
        header.set(Header.of(selection.get(), fleet.get(), bench.colors()));
    }

    /** The picture with it may come before or after the answer. */
    private void created(Selection made) {
        awaited = made;
        page.set(OVERVIEW);
        choose();
    }

    private void choose() {
        selection.set(Choice.in(fleet.get(), awaited, selection.get()));
        if (selection.get().equals(awaited)) {
            awaited = new Selection.Nothing();
        }
    }

    private static List<DeploymentId> ids(Fleet fleet) {
        return fleet.endpoints().stream()
                .flatMap(endpoint -> endpoint.deployments().stream())
                .map(deployment -> deployment.spec().id())
                .toList();
    }
}
