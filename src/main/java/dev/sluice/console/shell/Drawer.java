package dev.sluice.console.shell;

import dev.sluice.console.create.CreateDeploymentViewModel;
import dev.sluice.console.create.CreateEndpointViewModel;
import dev.sluice.console.create.FoundFilesViewModel;
import dev.sluice.console.settings.SettingsViewModel;

/** What is drawn in front of the pages. */
sealed interface Drawer {

    record Closed() implements Drawer {}

    record NewEndpoint(CreateEndpointViewModel form) implements Drawer {}

    record NewDeployment(CreateDeploymentViewModel form) implements Drawer {}

    /** Which of the files that were found are to be opened. */
    record FoundFiles(FoundFilesViewModel form) implements Drawer {}

    record Settings(SettingsViewModel form) implements Drawer {}
}
