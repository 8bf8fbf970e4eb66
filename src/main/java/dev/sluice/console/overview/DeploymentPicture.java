package dev.sluice.console.overview;

import dev.sluice.console.edit.DeploymentSubject;
import dev.sluice.console.edit.YamlView;
import dev.sluice.console.edit.YamlViewModel;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import java.util.function.Consumer;
import javafx.scene.Parent;

/** A deployment: how it stands, its YAML. */
final class DeploymentPicture implements Picture {

    private final Rates rates = new Rates();
    private final Sheets sheets;
    private final DeploymentOverviewViewModel model;
    private final YamlViewModel yaml;

    DeploymentPicture(
            Workbench bench, EndpointView endpoint, DeploymentView deployment, Fleet fleet, Consumer<Section> turned) {
        model = new DeploymentOverviewViewModel(bench, rates, endpoint, deployment, fleet);
        yaml = new YamlViewModel(
                bench, new DeploymentSubject(bench, deployment.spec().id()), fleet);
        sheets = new Sheets(turned);
        sheets.add(Section.SUMMARY, this::summary);
        sheets.add(Section.YAML, () -> YamlView.of(yaml));
    }

    private Parent summary() {
        return Views.load("overview-deployment", new DeploymentOverviewView(model, failed -> {
            yaml.propose(failed);
            sheets.turnTo(Section.YAML);
        }));
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
        model.show(fleet);
        yaml.show(fleet);
    }

    @Override
    public void tick() {
        model.tick();
    }

    @Override
    public boolean isUnderWay() {
        return model.wayUp().isUnderWay();
    }

    @Override
    public void rest() {
        model.variablesShownProperty().set(false);
        yaml.variablesShownProperty().set(false);
    }
}
