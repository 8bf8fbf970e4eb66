package dev.sluice.console.logs;

import dev.sluice.console.support.Rows;
import dev.sluice.domain.DeploymentName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The deployments that write lines, and whose are wanted: all of them together, or one's. For the UI thread only. */
final class Sources {

    private final ObservableList<Optional<DeploymentName>> choices =
            FXCollections.observableArrayList(List.of(Optional.empty()));
    private final ReadOnlyObjectWrapper<Optional<DeploymentName>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** All deployments together (empty) first, then each of them. */
    ObservableList<Optional<DeploymentName>> choices() {
        return choices;
    }

    ReadOnlyObjectProperty<Optional<DeploymentName>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Learns which deployments there are; the one that was chosen stays so even if it is gone. */
    void show(List<DeploymentName> present) {
        var newer = new ArrayList<Optional<DeploymentName>>();
        newer.add(Optional.empty());
        present.forEach(name -> newer.add(Optional.of(name)));
        Rows.update(choices, newer);
    }

    void choose(Optional<DeploymentName> wanted) {
        chosen.set(wanted);
    }

    /** Whether the one that was chosen is there no more. */
    boolean isChosenGone() {
        return !choices.contains(chosen.get());
    }

    /** Whether no deployment is there. */
    boolean areNone() {
        return choices.size() == 1;
    }

    /** The deployments whose lines are wanted. */
    List<DeploymentName> followed() {
        return choices.stream()
                .flatMap(Optional::stream)
                .filter(this::isFollowed)
                .toList();
    }

    boolean isFollowed(DeploymentName name) {
        return chosen.get().map(name::equals).orElse(true);
    }
}
