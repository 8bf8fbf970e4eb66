package dev.sluice.console.shell;

import dev.sluice.console.create.CreateDeploymentView;
import dev.sluice.console.create.CreateEndpointView;
import dev.sluice.console.create.FoundFilesView;
import dev.sluice.console.settings.SettingsView;
import dev.sluice.console.support.Views;

/** Draws what the drawer's model has open, in front of the pages. For the UI thread only. */
final class DrawerFront {

    private final DrawerViewModel model;
    private final Fronts fronts;

    DrawerFront(DrawerViewModel model, Fronts fronts) {
        this.model = model;
        this.fronts = fronts;
    }

    void follow() {
        model.drawerProperty().addListener((o, before, after) -> show(after));
    }

    private void show(Drawer now) {
        if (now instanceof Drawer.NewEndpoint open) {
            var view = new CreateEndpointView(open.form(), model::close);
            fronts.openDrawer(Views.load("create-endpoint", view), view::focusFirst);
        } else if (now instanceof Drawer.NewDeployment open) {
            var view = new CreateDeploymentView(open.form(), model::close);
            fronts.openDrawer(Views.load("create-deployment", view), view::focusFirst);
        } else if (now instanceof Drawer.FoundFiles open) {
            var view = new FoundFilesView(open.form(), model::close);
            fronts.openDrawer(Views.load("found-files", view), view::focusFirst);
        } else if (now instanceof Drawer.Settings open) {
            var view = new SettingsView(open.form(), model::close);
            fronts.openDrawer(Views.load("settings", view), view::focusFirst);
        } else {
            fronts.closeDrawer();
        }
    }
}
