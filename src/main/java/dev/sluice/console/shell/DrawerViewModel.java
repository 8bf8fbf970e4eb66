package dev.sluice.console.shell;

import dev.sluice.console.create.ManifestReader;
import dev.sluice.console.settings.LocalSettings;
import dev.sluice.console.settings.SettingsViewModel;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.domain.Asset;
import dev.sluice.domain.EndpointName;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The form in front of the pages, empty or filled from a file; at most one, which is never replaced. For the UI thread only. */
final class DrawerViewModel {

    /** A search that is over before is not shown to be under way. */
    private static final long SECONDS_UNSEEN = 1;

    private final Workbench bench;
    private final Executor background;
    private final DrawerQueue drawers = new DrawerQueue();
    private final DrawerForms forms;
    private final FilesToOpen files;

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
        this.bench = bench;
        this.background = background;
        this.forms = new DrawerForms(bench, fleet, made -> {
            created.accept(made);
            close();
        });
        this.files = new FilesToOpen(bench, reader, background, aWhile, forms, drawers);
    }

    ReadOnlyObjectProperty<Drawer> drawerProperty() {
        return drawers.drawerProperty();
    }

    FilesToOpen files() {
        return files;
    }

    void newEndpoint() {
        drawers.openIfClosed(() -> new Drawer.NewEndpoint(forms.endpoint()));
    }

    void newDeployment(EndpointName endpoint) {
        drawers.openIfClosed(() -> new Drawer.NewDeployment(forms.deployment(endpoint)));
    }

    /** Of a registered model. */
    void newDeployment(EndpointName endpoint, Asset model) {
        drawers.openIfClosed(() -> {
            var form = forms.deployment(endpoint);
            form.useModel(model);
            return new Drawer.NewDeployment(form);
        });
    }

    /** What is kept is read first: it may have been changed by hand. */
    void openSettings(LocalSettings settings) {
        CompletableFuture.supplyAsync(settings::kept, background)
                .whenCompleteAsync(
                        (kept, failure) -> {
                            if (failure != null) {
                                bench.notices().failed(Messages.of("settings.not-read"), failure);
                            } else {
                                drawers.openIfClosed(() -> new Drawer.Settings(
                                        new SettingsViewModel(bench, settings, kept, background, this::close)));
                            }
                        },
                        bench.ui());
    }

    void close() {
        drawers.close();
    }
}
