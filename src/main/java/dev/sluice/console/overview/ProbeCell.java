package dev.sluice.console.overview;

import dev.sluice.console.overview.InstancesViewModel.ProbeLine;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A probe of the list: its colour, when it was, what it found, how long it took. */
final class ProbeCell extends ListCell<ProbeLine> {

    @Override
    protected void updateItem(@Nullable ProbeLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setText("");
            setGraphic(null);
            return;
        }
        var bar = new Region();
        bar.getStyleClass()
                .addAll("probe", HealthMark.of(line.probing().health()).styleClass());
        setGraphic(bar);
        setText(line.told());
    }
}
