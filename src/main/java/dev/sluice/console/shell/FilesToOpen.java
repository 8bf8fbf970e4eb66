package dev.sluice.console.shell;

import dev.sluice.console.create.AssetRegistration;
import dev.sluice.console.create.FileNames;
import dev.sluice.console.create.FolderSearch;
import dev.sluice.console.create.FolderSearch.Found;
import dev.sluice.console.create.FolderSearch.Result;
import dev.sluice.console.create.FoundFilesViewModel;
import dev.sluice.console.create.ManifestReader;
import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files and folders that were picked or dropped: each file's form is opened, filled from it. For the UI thread only. */
final class FilesToOpen {

    private static final Optional<Result> NO_FOLDER = Optional.empty();

    private final Workbench bench;
    private final ManifestReader reader;
    private final FolderSearch search;
    private final Executor background;
    private final Executor aWhile;
    private final DrawerForms forms;
    private final DrawerQueue drawers;

    /** @param aWhile does on the UI thread, after as long as a search may take unseen, what it is given */
    FilesToOpen(
            Workbench bench,
            ManifestReader reader,
            Executor background,
            Executor aWhile,
            DrawerForms forms,
            DrawerQueue drawers) {
        this.bench = bench;
        this.reader = reader;
        this.search = new FolderSearch(reader);
        this.background = background;
        this.aWhile = aWhile;
        this.forms = forms;
        this.drawers = drawers;
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
            drawers.add(readings(paths));
        } else if (found.get().files().stream().allMatch(Found::isOfAnotherKind)) {
            var why = Stream.of(Messages.of("found.none.why"), found.get().unfinishedText());
            bench.notices()
                    .worthKnowing(
                            Messages.of("found.none", FileNames.of(paths)),
                            why.filter(sentence -> !sentence.isEmpty()).toList());
        } else {
            tellIfLater(paths);
            var form = new FoundFilesViewModel(paths, found.get(), this::openInstead);
            drawers.add(List.of(() -> opened(new Drawer.FoundFiles(form))));
        }
    }

    /** What is open may be half filled, so what is dropped on it waits. */
    private void tellIfLater(List<Path> paths) {
        if (!drawers.isClosed()) {
            bench.notices().done(Messages.of("open.later", FileNames.of(paths), paths.size()));
        }
    }

    private void openInstead(List<Path> files) {
        drawers.add(readings(files));
        drawers.close();
    }

    private List<DrawerQueue.Step> readings(List<Path> files) {
        return files.stream().<DrawerQueue.Step>map(file -> () -> read(file)).toList();
    }

    private CompletionStage<Optional<Drawer>> read(Path file) {
        return CompletableFuture.supplyAsync(() -> reader.read(file), background)
                .handleAsync((read, failure) -> wasRead(file, read, failure), bench.ui())
                .thenCompose(Function.identity());
    }

    private CompletionStage<Optional<Drawer>> wasRead(Path file, @Nullable Read read, @Nullable Throwable failure) {
        var title = String.valueOf(file.getFileName());
        if (failure != null) {
            bench.notices().failed(Messages.of("open.failed", title), failure);
        } else if (read instanceof Read.Bad bad) {
            bench.notices().refused(Messages.of("open.bad", title), bad.problems());
        } else if (read instanceof Read.Endpoint endpoint) {
            var form = forms.endpoint();
            form.fill(endpoint.spec());
            tellWithoutEffect(title, endpoint.withoutEffect());
            return opened(new Drawer.NewEndpoint(form));
        } else if (read instanceof Read.Deployment deployment) {
            var form = forms.deployment(deployment.spec().id().endpoint());
            form.fill(deployment.spec(), title);
            tellWithoutEffect(title, deployment.withoutEffect());
            return opened(new Drawer.NewDeployment(form));
        } else if (read instanceof Read.Asset asset) {
            tellWithoutEffect(title, asset.withoutEffect());
            return new AssetRegistration(bench).ask(asset.definition()).thenApply(asked -> Optional.empty());
        }
        return CompletableFuture.completedFuture(Optional.empty());
    }

    private static CompletionStage<Optional<Drawer>> opened(Drawer drawer) {
        return CompletableFuture.completedFuture(Optional.of(drawer));
    }

    private void tellWithoutEffect(String file, List<String> sentences) {
        if (!sentences.isEmpty()) {
            bench.notices().worthKnowing(Messages.of("open.no-effect", file), sentences);
        }
    }
}
