package dev.sluice.app;

import dev.sluice.console.shell.ConsoleWindow;
import dev.sluice.demo.Teller;

/** Tells the demo in the console's window: a line of narration, and the page that shows best what goes on. */
final class WindowTeller implements Teller {

    private final ConsoleWindow window;

    WindowTeller(ConsoleWindow window) {
        this.window = window;
    }

    @Override
    public void step(int number, int of, Scene scene, String title) {}

    @Override
    public void fact(String text) {}

    @Override
    public void end(boolean held, String text) {}
}
