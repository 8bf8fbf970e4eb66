package dev.sluice.console.shell;

import dev.sluice.console.support.Messages;
import java.util.EnumSet;
import java.util.Set;
import javafx.scene.input.KeyCombination;

/** What the window itself can do, with its keys: the one list from which menus, palette and the sheet of keys are made. */
enum Shortcut {
    PALETTE("menu.palette", "Shortcut+K"),
    NEW_ENDPOINT("menu.new-endpoint", "Shortcut+N"),
    NEW_DEPLOYMENT("menu.new-deployment", "Shortcut+Shift+N"),
    OPEN_YAML("menu.open", "Shortcut+O"),
    OPEN_FOLDER("menu.open-folder", "Shortcut+Shift+O"),
    SAMPLE("menu.sample", ""),
    FILTER("menu.filter", "Shortcut+Shift+F"),
    NEXT_PANE("menu.next-pane", "F6"),
    PREVIOUS_PANE("menu.previous-pane", "Shift+F6"),
    JOBS("menu.jobs", "Shortcut+J"),
    SWITCH_THEME("menu.switch-theme", "Shortcut+Shift+L"),
    LIGHT("menu.light", ""),
    DARK("menu.dark", ""),
    SYSTEM("menu.system", ""),
    ENGINE("menu.engine", ""),
    SETTINGS("menu.settings", "Shortcut+Comma"),
    ASK_AT_CLOSE("menu.closing.ask", ""),
    KEEP_AT_CLOSE("menu.closing.keep", ""),
    STOP_AT_CLOSE("menu.closing.stop", ""),
    KEYS("menu.keys", "F1"),
    LIKENESS("menu.likeness", ""),
    QUIT("menu.quit", "Shortcut+Q");

    private static final Set<Shortcut> CHANGE_SOMETHING =
            EnumSet.of(NEW_ENDPOINT, NEW_DEPLOYMENT, OPEN_YAML, OPEN_FOLDER, SAMPLE);

    private final String key;
    private final String combination;

    Shortcut(String key, String combination) {
        this.key = key;
        this.combination = combination;
    }

    /** Whether it leads to something that only a runtime can do. */
    boolean needsRuntime() {
        return CHANGE_SOMETHING.contains(this);
    }

    /** With an underscore before the letter that chooses it in a menu. */
    String menuText() {
        return Messages.of(key);
    }

    String title() {
        return menuText().replace("_", "");
    }

    boolean hasKeys() {
        return !combination.isEmpty();
    }

    KeyCombination combination() {
        return KeyCombination.keyCombination(combination);
    }

    /** As people read them, such as {@code Ctrl+K}; empty if there are none. */
    String keys() {
        return hasKeys() ? combination().getDisplayText() : "";
    }
}
