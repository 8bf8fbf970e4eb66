package dev.sluice.console.create;

import dev.sluice.console.support.Workbench;
import dev.sluice.control.Inventory;
import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** References to what is registered, for who has typed a part of one. Safe from any thread. */
final class ReferenceSuggestions {

    private static final int MOST = 8;

    /** Before that anything would fit. */
    private static final int SHORTEST = 2;

    private volatile Inventory inventory = Inventory.EMPTY;

    ReferenceSuggestions(Workbench bench) {
        bench.control().assets().thenAccept(registered -> inventory = registered);
    }

    /** The newest first; of each name, what {@code @latest} means too. */
    List<String> of(AssetKind kind, String typed) {
        var words = typed.strip().toLowerCase(Locale.ROOT);
        return words.length() < SHORTEST
                ? List.of()
                : inventory
                        .of(kind)
                        .map(Inventory.Held::asset)
                        .filter(asset -> !asset.archived() && asset.naming() != Asset.Naming.GENERATED)
                        .sorted(Comparator.comparing(Asset::created).reversed())
                        .flatMap(asset -> Stream.of(
                                asset.id().reference(), "azureml:" + asset.id().name() + "@latest"))
                        .distinct()
                        .filter(reference ->
                                reference.toLowerCase(Locale.ROOT).contains(words) && !reference.equals(typed.strip()))
                        .limit(MOST)
                        .toList();
    }
}
