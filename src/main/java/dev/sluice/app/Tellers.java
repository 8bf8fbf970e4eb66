package dev.sluice.app;

import dev.sluice.demo.Teller;
import java.util.List;

/** Several tellers as one. */
record Tellers(List<Teller> all) implements Teller {

    static Teller both(Teller one, Teller other) {
        return new Tellers(List.of(one, other));
    }

    @Override
    public void step(int number, int of, Scene scene, String title) {
        all.forEach(teller -> teller.step(number, of, scene, title));
    }

    @Override
    public void fact(String text) {
        all.forEach(teller -> teller.fact(text));
    }

    @Override
    public void end(boolean held, String text) {
        all.forEach(teller -> teller.end(held, text));
    }
}
