package dev.sluice.console.shell;

import dev.sluice.console.create.AssetRegistration;
import dev.sluice.console.create.CreateDeploymentViewModel;
import dev.sluice.console.create.CreateEndpointViewModel;
import dev.sluice.console.create.FileNames;
import dev.sluice.console.create.FolderSearch;
import dev.sluice.console.create.FolderSearch.Found;
import dev.sluice.console.create.FolderSearch.Result;
import dev.sluice.console.create.FoundFilesViewModel;
import dev.sluice.console.create.ManifestReader;
import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.settings.LocalSettings;
import dev.sluice.console.settings.SettingsViewModel;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.domain.Asset;
import dev.sluice.domain.EndpointName;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The form in front of the pages, empty or filled from a file; at most one, and a queue of files. For the UI thread only. */
final class DrawerViewModel {

    /** A search that is over before is not shown to be under way. */
    private static final long SECONDS_UNSEEN = 1;

    private static final Optional<Result> NO_FOLDER = Optional.empty();

    private final Workbench bench;
    private final ManifestReader reader;
    private final Executor background;
    private final Supplier<Fleet> fleet;
    private final Consumer<Selection> created;
    private final Executor aWhile;
    private final ReadOnlyObjectWrapper<Drawer> drawer = new ReadOnlyObjectWrapper<>(new Drawer.Closed());
    private final FolderSearch search;
    private final Queue<Runnable> toOpen = new ArrayDeque<>();
    private boolean reading;

    /** @param created told what the runtime has accepted */
    DrawerViewModel(
            Workbench bench,
            ManifestReader reader,
            Executor background,
            Supplier<Fleet> fleet,
            Consumer<Selection> created) {
        this(
                bench,
                reader,
                background,
                fleet,
                created,
                CompletableFuture.delayedExecutor(SECONDS_UNSEEN, TimeUnit.SECONDS, bench.ui()));
    }

    /** @param aWhile does on the UI thread, after as long as a search may take unseen, what it is given */
    DrawerViewModel(
            Workbench bench,
            ManifestReader reader,
            Executor background,
            Supplier<Fleet> fleet,
            Consumer<Selection> created,
            Executor aWhile) {
        this.aWhile = aWhile;
        this.bench = bench;
        this.reader = reader;
        this.search = new FolderSearch(reader);
        this.background = background;
        this.fleet = fleet;
        this.created = created;
    }

    /** A form that is open already stays: it may be half filled. */
    void newEndpoint() {
        if (isClosed()) {
            drawer.set(new Drawer.NewEndpoint(endpointForm()));
        }
    }

    void newDeployment(EndpointName endpoint) {
        if (isClosed()) {
            drawer.set(new Drawer.NewDeployment(deploymentForm(endpoint)));
        }
    }

    /** What is kept is read first: it may have been changed by hand. */
    void openSettings(LocalSettings settings) {
        CompletableFuture.supplyAsync(settings::kept, background)
                .whenCompleteAsync(
                        (kept, failure) -> {
                            if (failure != null) {
                                bench.notices().failed(Messages.of("settings.not-read"), failure);
                            } else if (isClosed()) {
                                drawer.set(new Drawer.Settings(
                                        new SettingsViewModel(bench, settings, kept, background, this::close)));
                            }
                        },
                        bench.ui());
    }

    /** Of a registered model. */
    void newDeployment(EndpointName endpoint, Asset model) {
        if (isClosed()) {
            var form = deploymentForm(endpoint);
            form.useModel(model);
            drawer.set(new Drawer.NewDeployment(form));
        }
    }

    void pickFile() {
        bench.files()
                .openFile(Messages.of("open.pick"), List.of("*.yml", "*.yaml"))
                .ifPresent(path -> open(List.of(path)));
    }

    void pickFolder() {
        bench.files().openFolder(Messages.of("open.pick-folder")).ifPresent(path -> open(List.of(path)));
    }

    /** Opens each file's form, one after the other; of folders, those files that are chosen from what is in them. */
    void open(List<Path> paths) {
        var errand = new SearchErrand(paths, bench.errands());
        errand.showAfter(aWhile);
        CompletableFuture.supplyAsync(
                        () -> FolderSearch.hasFolder(paths) ? Optional.of(search.in(paths, errand::goesOn)) : NO_FOLDER,
                        background)
                .whenCompleteAsync(
                        (found, failure) -> {
                            errand.end();
                            if (!errand.isStopped()) {
                                looked(paths, found, failure);
                            }
                        },
                        bench.ui());
    }

    private void looked(List<Path> paths, @Nullable Optional<Result> found, @Nullable Throwable failure) {
        if (found == null) {
            bench.notices().failed(Messages.of("open.failed", FileNames.of(paths)), Objects.requireNonNull(failure));
        } else if (found.isEmpty()) {
            tellIfLater(paths);
            paths.forEach(file -> toOpen.add(() -> read(file)));
            openNext();
        } else if (found.get().files().stream().allMatch(Found::isOfAnotherKind)) {
            var why = Stream.of(Messages.of("found.none.why"), found.get().unfinishedText());
            bench.notices()
                    .worthKnowing(
                            Messages.of("found.none", FileNames.of(paths)),
                            why.filter(sentence -> !sentence.isEmpty()).toList());
        } else {
            tellIfLater(paths);
            var form = new FoundFilesViewModel(paths, found.get(), this::openInstead);
            toOpen.add(() -> drawer.set(new Drawer.FoundFiles(form)));
            openNext();
        }
    }

    /** What is open may be half filled, so what is dropped on it waits. */
    private void tellIfLater(List<Path> paths) {
        if (!isClosed()) {
            bench.notices().done(Messages.of("open.later", FileNames.of(paths), paths.size()));
        }
    }

    private void openInstead(List<Path> files) {
        files.forEach(file -> toOpen.add(() -> read(file)));
        close();
    }

    void close() {
        drawer.set(new Drawer.Closed());
        openNext();
    }

    ReadOnlyObjectProperty<Drawer> drawerProperty() {
        return drawer.getReadOnlyProperty();
    }

    private boolean isClosed() {
        return drawer.get() instanceof Drawer.Closed;
    }

    private void openNext() {
        var next = isClosed() && !reading ? toOpen.poll() : null;
        if (next != null) {
            next.run();
        }
    }

    private void read(Path file) {
        reading = true;
        CompletableFuture.supplyAsync(() -> reader.read(file), background)
                .whenCompleteAsync((read, failure) -> opened(file, read, failure), bench.ui());
    }

    private void opened(Path file, @Nullable Read read, @Nullable Throwable failure) {
        reading = false;
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
            tellWithoutEffect(title, endpoint.withoutEffect());
            drawer.set(new Drawer.NewEndpoint(form));
        } else if (read instanceof Read.Deployment deployment) {
            var form = deploymentForm(deployment.spec().id().endpoint());
            form.fill(deployment.spec(), title);
            tellWithoutEffect(title, deployment.withoutEffect());
            drawer.set(new Drawer.NewDeployment(form));
        } else if (read instanceof Read.Asset asset) {
            tellWithoutEffect(title, asset.withoutEffect());
            reading = true;
            new AssetRegistration(bench).ask(asset.definition()).thenRun(() -> {
                reading = false;
                openNext();
            });
        }
    }

    private void tellWithoutEffect(String file, List<String> sentences) {
        if (!sentences.isEmpty()) {
            bench.notices().worthKnowing(Messages.of("open.no-effect", file), sentences);
        }
    }

    private CreateEndpointViewModel endpointForm() {
        var taken = fleet.get().endpoints().stream()
                .map(endpoint -> endpoint.spec().name())
                .collect(Collectors.toSet());
        return new CreateEndpointViewModel(bench, taken, name -> accepted(new Selection.OfEndpoint(name)));
    }

    private CreateDeploymentViewModel deploymentForm(EndpointName endpoint) {
        return new CreateDeploymentViewModel(
                bench, fleet.get(), endpoint, id -> accepted(new Selection.OfDeployment(id)));
    }

    private void accepted(Selection made) {
        created.accept(made);
        close();
    }
}
