package dev.sluice.console.traffic;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.NumberField;
import dev.sluice.domain.DeploymentName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;

/**
 * The deployments' lines under the bars: built anew when there are others, otherwise only told their numbers. Those of
 * another endpoint are others even if they are called the same.
 */
final class ShareLines {

    /** What a user does in a line. */
    record Moves(ObjIntConsumer<DeploymentName> move, Consumer<DeploymentName> lock, Consumer<DeploymentName> allTo) {}

    private static final int FIRST_LINE = 1;
    private static final int LINES_OF_ONE = 2;

    private final GridPane grid;
    private final Function<DeploymentName, DeploymentColor> colors;
    private final Moves moves;
    private final Map<DeploymentName, ShareRowControls> lines = new LinkedHashMap<>();
    private final ReadOnlyBooleanWrapper wrong = new ReadOnlyBooleanWrapper();
    private List<DeploymentColor> drawn = List.of();

    /** @param grid has the headings in its first line */
    ShareLines(GridPane grid, Function<DeploymentName, DeploymentColor> colors, Moves moves) {
        this.grid = grid;
        this.colors = colors;
        this.moves = moves;
    }

    void show(List<ShareRow> rows) {
        var names = rows.stream().map(ShareRow::name).toList();
        var wanted = names.stream().map(colors).toList();
        if (!List.copyOf(lines.keySet()).equals(names) || !drawn.equals(wanted)) {
            rebuild(names);
            drawn = wanted;
        }
        rows.forEach(row -> lines.get(row.name()).show(row));
    }

    /** While one of them has a number that is none. */
    ReadOnlyBooleanProperty wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    /** Goes where a number is none; whether there is such. */
    boolean showWrong() {
        numbers().filter(number -> number.wrong().get()).findFirst().ifPresent(NumberField::requestFocus);
        return wrong.get();
    }

    /** The last good numbers instead of those that are none; whether there were such. */
    boolean putBack() {
        boolean wasWrong = wrong.get();
        numbers().forEach(NumberField::putBack);
        return wasWrong;
    }

    private Stream<NumberField> numbers() {
        return lines.values().stream().map(ShareRowControls::number);
    }

    private void judge() {
        wrong.set(numbers().anyMatch(number -> number.wrong().get()));
    }

    private void rebuild(List<DeploymentName> names) {
        grid.getChildren().removeIf(child -> line(child) >= FIRST_LINE);
        lines.clear();
        int line = FIRST_LINE;
        for (var name : names) {
            var controls = controls(name);
            if (names.size() == 2) {
                controls.addPlainTo(grid, line);
            } else {
                controls.addTo(grid, line);
            }
            lines.put(name, controls);
            line += LINES_OF_ONE;
        }
        judge();
    }

    private ShareRowControls controls(DeploymentName name) {
        var controls = new ShareRowControls(name, colors.apply(name));
        controls.onMove(percent -> moves.move().accept(name, percent));
        controls.number().problemProperty().addListener((o, before, after) -> judge());
        controls.onLock(() -> moves.lock().accept(name));
        controls.onAllTo(() -> moves.allTo().accept(name));
        return controls;
    }

    private static int line(Node child) {
        var line = GridPane.getRowIndex(child);
        return line == null ? 0 : line;
    }
}
