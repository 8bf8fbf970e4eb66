package dev.sluice.console.invoke;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Page;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.EndpointName;
import java.util.Optional;
import javafx.scene.Parent;

/** Test requests to an endpoint, by its traffic rules or to one of its deployments. For the UI thread only. */
public final class InvokePage implements Page {

    private final Workbench bench;
    private final InvokeViewModel model;
    private final Parent node;

    public InvokePage(Workbench bench) {
        this.bench = bench;
        model = new InvokeViewModel(bench.control(), bench.ui(), bench.clock(), bench.clipboard());
        node = Views.load(
                "invoke", new InvokeView(model, bench.files(), bench.clock().getZone(), this::color));
    }

    /** The page with its tab. */
    public static PageEntry entry(Workbench bench) {
        return new PageEntry("invoke", "invoke.tab", new InvokePage(bench));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void open(Selection selection, Fleet fleet) {
        selection.scope().ifPresent(name -> model.open(name, pinned(selection), fleet));
    }

    @Override
    public void show(Fleet fleet) {
        model.show(fleet);
    }

    /** A burst goes on while its page is not seen; there is nothing to stop watching. */
    @Override
    public void close() {}

    private static Optional<DeploymentName> pinned(Selection selection) {
        return selection instanceof Selection.OfDeployment chosen
                ? Optional.of(chosen.deployment().deployment())
                : Optional.empty();
    }

    private DeploymentColor color(EndpointName endpoint, DeploymentName name) {
        return bench.colors().of(new DeploymentId(endpoint, name));
    }
}
