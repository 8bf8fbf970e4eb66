package dev.sluice.console.shell;

import dev.sluice.console.desktop.ThemeChoice;
import dev.sluice.console.desktop.WhenClosed;

/** Joins the window's shortcuts that need nothing of its nodes with what they do. */
final class ShellActions {

    private final Actions actions;
    private final ShellView.Parts parts;

    ShellActions(Actions actions, ShellView.Parts parts) {
        this.actions = actions;
        this.parts = parts;
    }

    void prepare() {
        var model = parts.model();
        var theme = parts.theme();
        actions.on(Shortcut.NEW_ENDPOINT, model.drawer()::newEndpoint)
                .on(Shortcut.NEW_DEPLOYMENT, model::newDeployment)
                .on(Shortcut.OPEN_YAML, model.drawer().files()::pickFile)
                .on(Shortcut.OPEN_FOLDER, model.drawer().files()::pickFolder)
                .on(Shortcut.SAMPLE, parts.sample()::take)
                .on(Shortcut.JOBS, () -> toggleJobs(model))
                .on(Shortcut.SWITCH_THEME, theme::switchOver)
                .on(Shortcut.LIGHT, () -> theme.choiceProperty().set(ThemeChoice.LIGHT))
                .on(Shortcut.DARK, () -> theme.choiceProperty().set(ThemeChoice.DARK))
                .on(Shortcut.SYSTEM, () -> theme.choiceProperty().set(ThemeChoice.SYSTEM))
                .on(Shortcut.SETTINGS, () -> model.drawer().openSettings(parts.settings()))
                .on(Shortcut.QUIT, parts.quit());
        parts.whenClosed()
                .ifPresent(chosen -> actions.on(Shortcut.ASK_AT_CLOSE, () -> chosen.set(WhenClosed.ASK))
                        .on(Shortcut.KEEP_AT_CLOSE, () -> chosen.set(WhenClosed.KEEP_SERVING))
                        .on(Shortcut.STOP_AT_CLOSE, () -> chosen.set(WhenClosed.STOP)));
    }

    private static void toggleJobs(ShellViewModel model) {
        model.jobs().openProperty().set(!model.jobs().openProperty().get());
    }
}
