package dev.sluice.console.shell;

import dev.sluice.console.create.CreateDeploymentViewModel;
import dev.sluice.console.create.CreateEndpointViewModel;
import dev.sluice.console.create.ManifestReader;
import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.explorer.ExplorerViewModel;
import dev.sluice.console.support.Latest;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.EndpointName;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The window's own state: the newest picture, what is chosen, what is drawn in front. For the UI thread only. */
final class ShellViewModel {

    /** What fills the middle of the window. */
    enum Scene {
        LOADING,
        WELCOME,
        PAGES
    }

    static final String OVERVIEW = "overview";

    private static final Fleet NONE = new Fleet(0, new Fleet.Runtime("", "", "", 0), List.of(), List.of());

    private final Workbench bench;
    private final ManifestReader reader;
    private final Executor background;
    private final FleetNews news;
    private final ExplorerViewModel explorer;
    private final StatusViewModel status;
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(new Selection.Nothing());
    private final ReadOnlyObjectWrapper<Fleet> fleet = new ReadOnlyObjectWrapper<>(NONE);
    private final ReadOnlyObjectWrapper<Header> header = new ReadOnlyObjectWrapper<>(new Header.Empty());
    private final ReadOnlyObjectWrapper<Scene> scene = new ReadOnlyObjectWrapper<>(Scene.LOADING);
    private final ReadOnlyObjectWrapper<Drawer> drawer = new ReadOnlyObjectWrapper<>(new Drawer.Closed());
    private final Queue<Path> toOpen = new ArrayDeque<>();

    private final StringProperty page = new SimpleStringProperty(OVERVIEW);

    /** What was created and has not been seen in a picture yet; chosen as soon as it is. */
    private Selection awaited = new Selection.Nothing();

    ShellViewModel(Workbench bench, ManifestReader reader, Executor background) {
        this.bench = bench;
        this.reader = reader;
        this.background = background;
        this.news = new FleetNews(bench.notices());
        this.explorer = new ExplorerViewModel(bench.colors(), selection);
        this.status = new StatusViewModel(bench.clock());
        selection.addListener((o, before, after) -> refreshHeader());
    }

    /** Begins to follow the runtime, until the result is closed. */
    AutoCloseable follow() {
        return bench.control().watch(new Latest<>(bench.ui(), this::show));
    }

    /** A form that is open already stays: it may be half filled. */
    void newEndpoint() {
        if (drawer.get() instanceof Drawer.Closed) {
            drawer.set(new Drawer.NewEndpoint(endpointForm()));
        }
    }

    /** For the endpoint that is chosen, or the first one; without any, an endpoint comes first. */
    void newDeployment() {
        var chosen = selection.get();
        if (chosen instanceof Selection.OfEndpoint of) {
            newDeployment(of.endpoint());
        } else if (chosen instanceof Selection.OfDeployment of) {
            newDeployment(of.deployment().endpoint());
        } else {
            newEndpoint();
        }
    }

    void newDeployment(EndpointName endpoint) {
        if (drawer.get() instanceof Drawer.Closed) {
            drawer.set(new Drawer.NewDeployment(deploymentForm(endpoint)));
        }
    }

    void openYaml() {
        bench.files()
                .openFile(Messages.of("open.pick"), List.of("*.yml", "*.yaml"))
                .ifPresent(path -> open(List.of(path)));
    }

    /** Opens each file's form, one after the other. */
    void open(List<Path> files) {
        toOpen.addAll(files);
        if (drawer.get() instanceof Drawer.Closed) {
            openNext();
        }
    }

    void closeDrawer() {
        drawer.set(new Drawer.Closed());
        openNext();
    }

    void select(Selection wanted) {
        selection.set(wanted);
    }

    ExplorerViewModel explorer() {
        return explorer;
    }

    StatusViewModel status() {
        return status;
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

    ReadOnlyObjectProperty<Drawer> drawerProperty() {
        return drawer.getReadOnlyProperty();
    }

    private void show(Fleet newer) {
        var before = fleet.get();
        bench.colors().keepOnly(ids(newer));
        fleet.set(newer);
        explorer.show(newer.endpoints());
        status.show(newer);
        choose();
        refreshHeader();
        scene.set(newer.endpoints().isEmpty() ? Scene.WELCOME : Scene.PAGES);
        news.tell(before, newer, selection.get());
    }

    private void refreshHeader() {
        header.set(Header.of(selection.get(), fleet.get(), bench.colors()));
    }

    private void openNext() {
        var file = toOpen.poll();
        if (file != null) {
            CompletableFuture.supplyAsync(() -> reader.read(file), background)
                    .whenCompleteAsync((read, failure) -> opened(file, read, failure), bench.ui());
        }
    }

    private void opened(Path file, @Nullable Read read, @Nullable Throwable failure) {
        var title = String.valueOf(file.getFileName());
        if (failure != null) {
            bench.notices().failed(Messages.of("open.failed", title), failure);
            openNext();
        } else if (read instanceof Read.Bad bad) {
            bench.notices().refused(Messages.of("open.bad", title), bad.problems());
            openNext();
        } else if (read instanceof Read.Endpoint endpoint) {
            var form = endpointForm();
            form.fill(endpoint.spec());
            drawer.set(new Drawer.NewEndpoint(form));
        } else if (read instanceof Read.Deployment deployment) {
            var form = deploymentForm(deployment.spec().id().endpoint());
            form.fill(deployment.spec(), title);
            drawer.set(new Drawer.NewDeployment(form));
        }
    }

    private CreateEndpointViewModel endpointForm() {
        var taken = fleet.get().endpoints().stream()
                .map(endpoint -> endpoint.spec().name())
                .collect(Collectors.toSet());
        return new CreateEndpointViewModel(bench, taken, name -> created(new Selection.OfEndpoint(name)));
    }

    private CreateDeploymentViewModel deploymentForm(EndpointName endpoint) {
        return new CreateDeploymentViewModel(
                bench, fleet.get(), endpoint, id -> created(new Selection.OfDeployment(id)));
    }

    /** The id of the page that is open. */
    StringProperty pageProperty() {
        return page;
    }

    /** The picture with it may come before or after the answer. */
    private void created(Selection made) {
        awaited = made;
        page.set(OVERVIEW);
        choose();
        closeDrawer();
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
