package dev.sluice.cli;

import dev.sluice.control.Inventory;
import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which registered versions of a kind a command means: the runtime is asked for them each time. */
record AssetChoice(Session session, AssetKind kind) {

    static final Flag LABEL =
            Flag.text("LABEL", "Label; there is one, 'latest', the version registered last.", "--label", "-l");

    static final Comparator<Asset> NEWEST_FIRST =
            Comparator.comparing(Asset::created).thenComparing(Asset::id).reversed();

    private static final String LATEST = "latest";

    Stream<Asset> all() {
        return session.answered(session.control().assets()).of(kind).map(Inventory.Held::asset);
    }

    private Stream<Asset> called(String name) {
        return all().filter(asset -> asset.id().name().equals(name));
    }

    /** The version that is named, else the one that the label stands for. */
    Asset one(Arguments given) {
        var name = given.required(Flags.NAME);
        return given.text(Flags.VERSION)
                .map(version -> exactly(name, version))
                .orElseGet(() -> labelled(name, given.text(LABEL).orElse(LATEST)));
    }

    Asset exactly(String name, String version) {
        return called(name)
                .filter(asset -> asset.id().version().equals(version))
                .findFirst()
                .orElseThrow(() -> missing(name + ":" + version));
    }

    private Asset labelled(String name, String label) {
        if (!label.equals(LATEST)) {
            throw Session.missing("there is no label '" + label + "' here", "use 'latest', or give a version");
        }
        return called(name).filter(asset -> !asset.archived()).min(NEWEST_FIRST).orElseThrow(() -> missing(name));
    }

    /** The version that is named, or all of that name. */
    List<Asset> meant(Arguments given) {
        if (given.has(Flags.VERSION) || given.has(LABEL)) {
            return List.of(one(given));
        }
        var name = given.required(Flags.NAME);
        var all = called(name).toList();
        if (all.isEmpty()) {
            throw missing(name);
        }
        return all;
    }

    private CommandFailed missing(String what) {
        var word = kind.word();
        return Session.missing(
                "there is no " + word + " " + what, "see which there are by 'ml " + word + " list --include-archived'");
    }
}
