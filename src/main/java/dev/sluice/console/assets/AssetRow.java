package dev.sluice.console.assets;

import dev.sluice.control.Inventory.Held;
import java.util.Locale;

/** One registered version as the list shows it. */
record AssetRow(Held held, String name, String version, String type, String created, String usedBy, String size) {

    boolean contains(String words) {
        return (name + " " + version + " " + type + " " + usedBy)
                .toLowerCase(Locale.ROOT)
                .contains(words);
    }
}
