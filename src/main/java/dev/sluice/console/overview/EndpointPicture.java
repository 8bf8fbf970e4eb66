package dev.sluice.console.overview;

import dev.sluice.console.edit.EndpointSubject;
import dev.sluice.console.edit.YamlView;
import dev.sluice.console.edit.YamlViewModel;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.EndpointName;
import java.util.function.Consumer;

/** An endpoint: what it is, how its clients call it, its YAML. */
final class EndpointPicture implements Picture {

    private final EndpointName name;
    private final Rates rates = new Rates();
    private final Sheets sheets;
    private final EndpointOverviewViewModel model;
    private final YamlViewModel yaml;

    EndpointPicture(
            Workbench bench,
            EndpointView endpoint,
            Fleet fleet,
            Consumer<Selection> choose,
            Consumer<EndpointName> addDeployment,
            Consumer<Section> turned) {
        name = endpoint.spec().name();
        model = new EndpointOverviewViewModel(
                bench,
                rates,
                endpoint,
                fleet.runtime().routerPort(),
                id -> choose.accept(new Selection.OfDeployment(id)),
                view -> addDeployment.accept(view.spec().name()));
        yaml = new YamlViewModel(bench, new EndpointSubject(bench, name), fleet);
        sheets = new Sheets(turned);
        sheets.add(Section.SUMMARY, () -> Views.load("overview-endpoint", new EndpointOverviewView(model)));
        sheets.add(Section.CONSUME, () -> Views.load("overview-consume", new ConsumeView(model.consume())));
        sheets.add(Section.YAML, () -> YamlView.of(yaml));
    }

    @Override
    public Sheets sheets() {
        return sheets;
    }

    @Override
    public Rates rates() {
        return rates;
    }

    @Override
    public void show(Fleet fleet) {
        fleet.endpoint(name).ifPresent(view -> model.show(view, fleet.runtime().routerPort()));
        yaml.show(fleet);
    }

    @Override
    public void rest() {
        model.credentials().mask();
    }
}
