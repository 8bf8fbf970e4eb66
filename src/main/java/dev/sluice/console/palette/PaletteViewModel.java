package dev.sluice.console.palette;

import dev.sluice.console.support.Command;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What can be done, of which the letters typed so far choose. For the UI thread only. */
public final class PaletteViewModel {

    /** More than anyone reads: who does not find it among these types another letter. */
    private static final int MOST_SHOWN = 60;

    /** A command that fits, and which letters of its title do. */
    record Hit(Command command, FuzzyMatch match) {}

    private static final Comparator<Hit> BEST_FIRST =
            Comparator.comparingInt((Hit hit) -> hit.match().score()).reversed();

    private final Supplier<List<Command>> offered;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Hit>> hits = new ReadOnlyObjectWrapper<>(List.of());
    private final IntegerProperty chosen = new SimpleIntegerProperty(-1);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private List<Command> commands = List.of();

    /** @param offered everything that can be done now; asked each time the palette opens */
    public PaletteViewModel(Supplier<List<Command>> offered) {
        this.offered = offered;
        typed.addListener((o, before, after) -> search());
    }

    /** Opens it with nothing typed; open already, it begins anew. */
    public void open() {
        commands = List.copyOf(offered.get());
        typed.set("");
        search();
        open.set(true);
    }

    public void close() {
        open.set(false);
        commands = List.of();
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    StringProperty typedProperty() {
        return typed;
    }

    /** Those that fit, the best first; with nothing typed all of them, in the order they were offered. */
    ReadOnlyObjectProperty<List<Hit>> hitsProperty() {
        return hits.getReadOnlyProperty();
    }

    /** The index of the one that Enter runs; -1 if nothing fits. */
    IntegerProperty chosenProperty() {
        return chosen;
    }

    /** Goes so many lines down, or up if negative; beyond one end it comes in at the other. */
    void move(int lines) {
        int count = hits.get().size();
        if (count > 0) {
            chosen.set(Math.floorMod(chosen.get() + lines, count));
        }
    }

    /** Closes the palette and then does what is chosen; with nothing chosen it stays open. */
    void run() {
        int index = chosen.get();
        if (index >= 0 && index < hits.get().size()) {
            var command = hits.get().get(index).command();
            close();
            command.run().run();
        }
    }

    private void search() {
        hits.set(commands.stream()
                .flatMap(this::hit)
                .sorted(BEST_FIRST)
                .limit(MOST_SHOWN)
                .toList());
        chosen.set(hits.get().isEmpty() ? -1 : 0);
    }

    private Stream<Hit> hit(Command command) {
        return FuzzyMatch.of(typed.get(), command.title()).map(match -> new Hit(command, match)).stream();
    }
}
