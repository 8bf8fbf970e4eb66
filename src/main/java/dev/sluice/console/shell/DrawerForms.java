package dev.sluice.console.shell;

import dev.sluice.console.create.CreateDeploymentViewModel;
import dev.sluice.console.create.CreateEndpointViewModel;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.domain.EndpointName;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Empty forms, which know what is there already. For the UI thread only.
 *
 * @param accepted told what the runtime has accepted
 */
record DrawerForms(Workbench bench, Supplier<Fleet> fleet, Consumer<Selection> accepted) {

    CreateEndpointViewModel endpoint() {
        var taken = fleet.get().endpoints().stream()
                .map(endpoint -> endpoint.spec().name())
                .collect(Collectors.toSet());
        return new CreateEndpointViewModel(bench, taken, name -> accepted.accept(new Selection.OfEndpoint(name)));
    }

    CreateDeploymentViewModel deployment(EndpointName of) {
        return new CreateDeploymentViewModel(
                bench, fleet.get(), of, id -> accepted.accept(new Selection.OfDeployment(id)));
    }
}
