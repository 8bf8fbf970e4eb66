package dev.sluice.console.assets;

import dev.sluice.console.support.Latest;
import dev.sluice.console.support.Page;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.Watch;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Inventory;
import javafx.scene.Parent;

/** The registry of models and environments, whatever is chosen in the tree. For the UI thread only. */
public final class AssetsPage implements Page {

    private final Workbench bench;
    private final AssetsViewModel assets;
    private final SubstitutionsViewModel substitutions;
    private final Watch watch = new Watch();
    private final Parent node;

    public AssetsPage(Workbench bench) {
        this.bench = bench;
        assets = new AssetsViewModel(bench);
        substitutions = new SubstitutionsViewModel(bench);
        node = Views.load("assets", new AssetsView(assets, new SubstitutionsView(substitutions)));
    }

    /** The page with its tab. */
    public static PageEntry entry(Workbench bench) {
        return PageEntry.ofNothingChosen("assets", "assets.tab", () -> new AssetsPage(bench));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void open(Selection selection, Fleet fleet) {
        watch.close();
        var newest = new Latest<Inventory>(bench.ui(), watch.whileOpen(this::show));
        watch.hold(bench.control().watchAssets(newest));
    }

    private void show(Inventory inventory) {
        assets.show(inventory);
        substitutions.show(inventory);
    }

    @Override
    public void show(Fleet fleet) {
        // The registry has pictures of its own.
    }

    @Override
    public void close() {
        watch.close();
    }
}
