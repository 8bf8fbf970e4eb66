package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.domain.DeploymentName;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.TableView;

/**
 * The dots in a table's names. A table leaves a name alone that stands where it stood, though after a change to another
 * endpoint the deployment so called may have another colour. For the UI thread only.
 */
final class Dots {

    private final TableView<?> table;
    private final Function<DeploymentName, DeploymentColor> colors;
    private Map<DeploymentName, DeploymentColor> drawn = Map.of();

    Dots(TableView<?> table, Function<DeploymentName, DeploymentColor> colors) {
        this.table = table;
        this.colors = colors;
    }

    /** Has the table drawn anew if not all that it names, {@code subjects}, has the colours of before. */
    void of(List<Subject> subjects) {
        var wanted =
                subjects.stream().map(Subject::deployment).distinct().collect(Collectors.toMap(name -> name, colors));
        if (!wanted.equals(drawn)) {
            drawn = wanted;
            table.refresh();
        }
    }
}
