package dev.sluice.app;

import dev.sluice.demo.Teller;
import java.io.PrintWriter;

/** Tells the demo in a terminal. */
final class TerminalTeller implements Teller {

    private final PrintWriter out;
    private final long began = System.nanoTime();

    TerminalTeller(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void step(int number, int of, Scene scene, String title) {
        out.printf("%n[%d/%d] %s  (%d s)%n", number, of, title, seconds());
        out.flush();
    }

    @Override
    public void fact(String text) {
        out.println("      " + text.replace("\n", "\n      "));
        out.flush();
    }

    @Override
    public void end(boolean held, String text) {
        out.printf("%n%s  (%d s)%n", text, seconds());
        out.flush();
    }

    private long seconds() {
        return (System.nanoTime() - began) / 1_000_000_000;
    }
}
