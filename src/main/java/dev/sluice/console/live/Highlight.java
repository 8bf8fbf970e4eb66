package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Key;
import dev.sluice.console.live.Readout.Name;
import dev.sluice.domain.DeploymentName;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which lines stand out while the others fade: those of the row under the mouse, or else of the row that is chosen. */
final class Highlight {

    private final ReadOnlyObjectWrapper<Optional<Lines>> lines = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Lines> pointedAt = Optional.empty();
    private Optional<Lines> chosen = Optional.empty();

    /** All lines of a deployment; of those of its instances only one's if {@code instance} is not empty. */
    record Lines(DeploymentName deployment, String instance) {

        private static Lines of(Name name) {
            return new Lines(name.subject().deployment(), name.instance());
        }

        boolean has(Key key) {
            return key.subject().deployment().equals(deployment)
                    && (instance.isEmpty()
                            || key.instance().isEmpty()
                            || key.instance().equals(instance));
        }
    }

    /** Empty while all lines are alike. */
    ReadOnlyObjectProperty<Optional<Lines>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    void point(Optional<Name> at) {
        pointedAt = at.map(Lines::of);
        lines.set(pointedAt.or(() -> chosen));
    }

    void choose(Optional<Name> newlyChosen) {
        chosen = newlyChosen.map(Lines::of);
        lines.set(pointedAt.or(() -> chosen));
    }
}
