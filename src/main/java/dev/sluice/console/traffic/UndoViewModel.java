package dev.sluice.console.traffic;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.routing.RoutingChange;
import dev.sluice.console.support.routing.RoutingChanges;
import dev.sluice.console.support.routing.RoutingInWords;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.EndpointName;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** What of one endpoint's routing can be taken back or made again, and what that would restore. For the UI thread only. */
final class UndoViewModel {

    private final RoutingChanges changes;
    private final ReadOnlyStringWrapper undo = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redo = new ReadOnlyStringWrapper("");
    /** Held, since it is told as long as this is. */
    private final Object turns;

    private @Nullable EndpointView endpoint;

    UndoViewModel(RoutingChanges changes) {
        this.changes = changes;
        this.turns = changes.onTurn(this::refresh);
    }

    /** What taking the last change back restores; empty if there is none, or a command is under way. */
    ReadOnlyStringProperty undoProperty() {
        return undo.getReadOnlyProperty();
    }

    /** What making it again restores; empty if there is nothing. */
    ReadOnlyStringProperty redoProperty() {
        return redo.getReadOnlyProperty();
    }

    void open(EndpointName name, Fleet fleet) {
        endpoint = fleet.endpoint(name).orElse(null);
        show(fleet);
    }

    void show(Fleet fleet) {
        if (endpoint != null) {
            endpoint = fleet.endpoint(endpoint.spec().name()).orElse(null);
        }
        refresh();
    }

    void undo() {
        if (endpoint != null) {
            changes.undo(endpoint.spec().name());
        }
    }

    void redo() {
        if (endpoint != null) {
            changes.redo(endpoint.spec().name());
        }
    }

    private void refresh() {
        if (endpoint == null || changes.isBusy(endpoint.spec().name())) {
            undo.set("");
            redo.set("");
            return;
        }
        var name = endpoint.spec().name();
        undo.set(changes.toUndo(name)
                .map(change -> hint("traffic.undo.hint", name, change.reversed()))
                .orElse(""));
        redo.set(changes.toRedo(name)
                .map(change -> hint("traffic.redo.hint", name, change))
                .orElse(""));
    }

    private String hint(String key, EndpointName name, RoutingChange way) {
        return changes.inTheWay(name, way)
                .map(now -> Messages.of("traffic.undo.elsewhere", RoutingInWords.of(now)))
                .orElseGet(() -> Messages.of(key, RoutingInWords.of(way.after())));
    }
}
