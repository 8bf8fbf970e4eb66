package dev.sluice.console.live;

import dev.sluice.domain.DeploymentName;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Whose lines stand out while the others fade: those of the row under the mouse, or else of the row that is chosen. */
final class Highlight {

    private final ReadOnlyObjectWrapper<Optional<DeploymentName>> deployment =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<DeploymentName> pointedAt = Optional.empty();
    private Optional<DeploymentName> chosen = Optional.empty();

    /** Empty while all lines are alike. */
    ReadOnlyObjectProperty<Optional<DeploymentName>> deploymentProperty() {
        return deployment.getReadOnlyProperty();
    }

    void point(Optional<DeploymentName> at) {
        pointedAt = at;
        deployment.set(pointedAt.or(() -> chosen));
    }

    void choose(Optional<DeploymentName> newlyChosen) {
        chosen = newlyChosen;
        deployment.set(pointedAt.or(() -> chosen));
    }
}
