package dev.sluice.console.overview;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/**
 * A place in a table, and the row that stands there now. The table is told of the row's parts, not of another row: for that it
 * would take another row of cells. For the UI thread only.
 */
final class Place<R> {

    private final ObjectProperty<R> row;

    private Place(R row) {
        this.row = new SimpleObjectProperty<>(row);
    }

    R row() {
        return row.get();
    }

    <P> ObservableValue<P> part(Function<R, P> part) {
        return row.map(part);
    }

    /** As many places as there are rows, each with its row. */
    static <R> void fill(ObservableList<Place<R>> places, List<R> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (i == places.size()) {
                places.add(new Place<>(rows.get(i)));
            } else {
                places.get(i).row.set(rows.get(i));
            }
        }
        places.remove(rows.size(), places.size());
    }
}
