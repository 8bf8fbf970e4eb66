package dev.sluice.console.shell;

import dev.sluice.console.support.Command;
import dev.sluice.console.support.Reach;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;

/** What each of the window's {@link Shortcut}s does. For the UI thread only. */
final class Actions {

    private final Map<Shortcut, Runnable> does = new EnumMap<>(Shortcut.class);
    private final BooleanSupplier covered;
    private final Reach reach;

    /** @param covered whether something stands in front of the pages, which then must be dealt with first */
    Actions(BooleanSupplier covered, Reach reach) {
        this.covered = covered;
        this.reach = reach;
    }

    Actions on(Shortcut shortcut, Runnable action) {
        does.put(shortcut, action);
        return this;
    }

    /** Does it, unless a form or a question is open: only the end of the program cannot be held up. */
    void run(Shortcut shortcut) {
        if (shortcut == Shortcut.QUIT || !covered.getAsBoolean() && isPossible(shortcut)) {
            does.getOrDefault(shortcut, () -> {}).run();
        }
    }

    private boolean isPossible(Shortcut shortcut) {
        return !shortcut.needsRuntime() || !reach.lost().get();
    }

    MenuItem item(Shortcut shortcut) {
        return prepare(new MenuItem(shortcut.menuText()), shortcut);
    }

    <T extends MenuItem> T prepare(T item, Shortcut shortcut) {
        item.setOnAction(event -> run(shortcut));
        if (shortcut.needsRuntime()) {
            item.disableProperty().bind(reach.lost());
        }
        if (shortcut.hasKeys()) {
            item.setAccelerator(shortcut.combination());
        }
        return item;
    }

    /** For the palette: all but the palette itself. */
    List<Command> commands() {
        return Stream.of(Shortcut.values())
                .filter(shortcut -> shortcut != Shortcut.PALETTE && does.containsKey(shortcut) && isPossible(shortcut))
                .map(shortcut -> Command.action(shortcut.title(), shortcut.keys(), () -> run(shortcut)))
                .toList();
    }
}
