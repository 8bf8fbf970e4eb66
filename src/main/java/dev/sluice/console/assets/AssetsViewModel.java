package dev.sluice.console.assets;

import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Rows;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Inventory;
import dev.sluice.control.Inventory.Held;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The registry's models or environments as a list, and what can be done with the chosen one. For the UI thread only. */
final class AssetsViewModel {

    private final Workbench bench;
    private final AssetWords words;
    private final ObservableList<AssetRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<AssetKind> kind = new SimpleObjectProperty<>(AssetKind.MODEL);
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty archivedToo = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<AssetRow>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<AssetId, String> underway = new HashMap<>();
    private final ReadOnlyStringWrapper busy = new ReadOnlyStringWrapper("");
    private Inventory inventory = Inventory.EMPTY;
    private boolean read;

    AssetsViewModel(Workbench bench) {
        this.bench = bench;
        this.words = new AssetWords(bench.clock().getZone());
        kind.addListener((o, before, after) -> refresh());
        filter.addListener((o, before, after) -> refresh());
        archivedToo.addListener((o, before, after) -> refresh());
        chosen.addListener((o, before, after) -> refreshBusy());
        refresh();
    }

    ObservableList<AssetRow> rows() {
        return rows;
    }

    ObjectProperty<AssetKind> kindProperty() {
        return kind;
    }

    StringProperty filterProperty() {
        return filter;
    }

    BooleanProperty archivedTooProperty() {
        return archivedToo;
    }

    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Why the list is empty. */
    ReadOnlyStringProperty emptyTextProperty() {
        return emptyText.getReadOnlyProperty();
    }

    /** As it is by the newest picture; empty if nothing is chosen, or it is not in the list any more. */
    ReadOnlyObjectProperty<Optional<AssetRow>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What is being done with the chosen one; empty if nothing is. */
    ReadOnlyStringProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    void show(Inventory newer) {
        inventory = newer;
        read = true;
        refresh();
    }

    void choose(Optional<AssetRow> row) {
        chosen.set(row);
    }

    /** What a deployment's file says to have it. */
    String yaml(AssetRow row) {
        return bench.manifests().write(row.held().asset().definition());
    }

    String about(AssetRow row) {
        return words.about(row.held());
    }

    String users(AssetRow row) {
        return canBeDeleted(row) ? Messages.of("assets.unused") : Messages.of("assets.used-by", row.usedBy());
    }

    /** The runtime refuses it while a deployment needs it. */
    boolean canBeDeleted(AssetRow row) {
        return row.held().usedBy().isEmpty();
    }

    void register() {
        bench.jumps().toOpenYaml();
    }

    void copyReference(AssetRow row) {
        bench.clipboard().put(id(row).reference());
        bench.notices().done(Messages.of("assets.copied", id(row).reference()));
    }

    void deploy(AssetRow row) {
        bench.jumps().toNewDeployment(row.held().asset());
    }

    void archiveOrRestore(AssetRow row) {
        var id = id(row);
        if (row.held().asset().archived()) {
            bench.notices()
                    .follow(
                            begun(id, "assets.busy.restore", bench.control().restoreAsset(id)),
                            Messages.of("assets.restored", id.text()),
                            Messages.of("assets.not-restored", id.text()));
        } else {
            bench.notices()
                    .follow(
                            begun(id, "assets.busy.archive", bench.control().archiveAsset(id)),
                            Messages.of("assets.archived.done", id.text()),
                            Messages.of("assets.archived.not-done", id.text()));
        }
    }

    /** Until it is answered, the command is under way and said to be. */
    private CompletionStage<Outcome> begun(AssetId id, String busyKey, CompletionStage<Outcome> command) {
        underway.put(id, Messages.of(busyKey));
        refreshBusy();
        return command.whenCompleteAsync(
                (outcome, failure) -> {
                    underway.remove(id);
                    refreshBusy();
                },
                bench.ui());
    }

    private void refreshBusy() {
        busy.set(chosen.get().map(row -> underway.getOrDefault(id(row), "")).orElse(""));
    }

    void delete(AssetRow row) {
        var id = id(row);
        bench.dialogs()
                .confirm(new Question(
                        Messages.of("assets.delete.title", id.text()),
                        Messages.of("assets.delete.consequence", row.size(), id.reference()),
                        Messages.of("assets.delete.verb")))
                .thenAccept(agreed -> {
                    if (agreed) {
                        bench.notices()
                                .follow(
                                        begun(
                                                id,
                                                "assets.busy.delete",
                                                bench.control().deleteAsset(id)),
                                        Messages.of("assets.deleted", id.text()),
                                        Messages.of("assets.not-deleted", id.text()));
                    }
                });
    }

    private static AssetId id(AssetRow row) {
        return row.held().asset().id();
    }

    private void refresh() {
        var typed = filter.get().strip().toLowerCase(Locale.ROOT);
        var ofKind = inventory.of(kind.get()).toList();
        var shown = ofKind.stream()
                .filter(held -> archivedToo.get() || !held.asset().archived())
                .map(words::row)
                .filter(row -> row.contains(typed))
                .toList();
        var before = chosen.get().map(AssetsViewModel::id);
        Rows.update(rows, shown);
        chosen.set(before.flatMap(
                id -> rows.stream().filter(row -> id(row).equals(id)).findFirst()));
        long archived = ofKind.stream()
                .map(Held::asset)
                .filter(asset -> asset.archived())
                .count();
        summary.set(read ? Messages.of("assets.summary", shown.size(), ofKind.size(), archived) : "");
        emptyText.set(Messages.of(emptyKey(ofKind.isEmpty())));
    }

    private String emptyKey(boolean none) {
        if (!read) {
            return "assets.empty.loading";
        }
        if (!none) {
            return "assets.empty.filter";
        }
        return kind.get() == AssetKind.MODEL ? "assets.empty.models" : "assets.empty.environments";
    }
}
