package dev.sluice.console.palette;

import dev.sluice.console.support.Command;
import dev.sluice.console.support.Messages;
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

    /** What changes live traffic and may not be meant comes after all that may be and does not. */
    private static final Comparator<Hit> BEST_FIRST = Comparator.comparing(PaletteViewModel::isRisky)
            .thenComparing(
                    Comparator.comparingInt((Hit hit) -> hit.match().score()).reversed())
            .thenComparing(hit -> hit.command().changesTraffic());

    private final Supplier<List<Command>> offered;
    private final Synonyms synonyms = new Synonyms(Messages.of("palette.synonyms"));
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

    /**
     * The index of the one that Enter runs; -1 if nothing fits, or if what does would change live traffic and was not
     * clearly meant.
     */
    IntegerProperty chosenProperty() {
        return chosen;
    }

    /** Goes so many lines down, or up if negative; beyond one end it comes in at the other. */
    void move(int lines) {
        int count = hits.get().size();
        if (count > 0) {
            int from = chosen.get() < 0 && lines < 0 ? 0 : chosen.get();
            chosen.set(Math.floorMod(from + lines, count));
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
        chosen.set(isClear(hits.get()) ? 0 : -1);
    }

    /** Of two that fit as well, neither was clearly meant. */
    private static boolean isClear(List<Hit> hits) {
        if (hits.isEmpty() || !hits.get(0).command().changesTraffic()) {
            return !hits.isEmpty();
        }
        var first = hits.get(0).match();
        return !first.weak()
                && isMeant(hits.get(0))
                && hits.stream().skip(1).noneMatch(hit -> hit.match().score() == first.score());
    }

    /** By its verb, or by what it ends in: the words between name an endpoint, or a page. */
    private static boolean isMeant(Hit hit) {
        int lastWord = hit.command().title().lastIndexOf(' ') + 1;
        var letters = hit.match().letters();
        return letters.contains(0) || letters.contains(lastWord);
    }

    private static boolean isRisky(Hit hit) {
        return hit.command().changesTraffic() && hit.match().weak();
    }

    private Stream<Hit> hit(Command command) {
        return FuzzyMatch.of(typed.get(), command.title())
                .or(() -> synonyms.of(typed.get())
                        .flatMap(other -> FuzzyMatch.of(other, command.title()).stream())
                        .max(Comparator.comparingInt(FuzzyMatch::score))
                        .map(FuzzyMatch::inOtherWords))
                .map(match -> new Hit(command, match))
                .stream();
    }
}
