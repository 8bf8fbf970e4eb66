package dev.sluice.app;

import dev.sluice.console.shell.Demonstration;
import dev.sluice.console.support.Selection;
import dev.sluice.demo.Teller;
import java.util.Locale;
import java.util.concurrent.Executor;

/** Tells the demo in the console's window: a line of narration, and the page that shows best what goes on. */
final class WindowTeller implements Teller {

    private final Demonstration shown;
    private final Selection about;
    private final Executor ui;

    /** @param about what the demo is about */
    WindowTeller(Demonstration shown, Selection about, Executor ui) {
        this.shown = shown;
        this.about = about;
        this.ui = ui;
    }

    @Override
    public void step(int number, int of, Scene scene, String title) {
        var page = scene.name().toLowerCase(Locale.ROOT);
        ui.execute(() -> shown.step(number, of, title, about, page));
    }

    @Override
    public void fact(String text) {
        ui.execute(() -> shown.fact(text));
    }

    @Override
    public void end(boolean held, String text) {
        ui.execute(() -> shown.end(text));
    }
}
