package dev.sluice.console.palette;

import dev.sluice.console.palette.PaletteViewModel.Hit;
import dev.sluice.console.support.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Draws a command: its icon, its title with the letters that were meant, its keys. */
final class PaletteCell extends ListCell<Hit> {

    PaletteCell(IntConsumer clicked) {
        getStyleClass().add("palette-cell");
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (!isEmpty()) {
                clicked.accept(getIndex());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        if (empty || hit == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var command = hit.command();
        setAccessibleText(command.shortcut().isEmpty() ? command.title() : command.title() + ", " + command.shortcut());
        var icon = Icons.of(command.kind().icon(), "palette-icon");
        var title = new TextFlow(letters(command.title(), hit.match().letters()));
        title.setMaxHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var line = new HBox(10, icon, title);
        if (!command.shortcut().isEmpty()) {
            var keys = new Label(command.shortcut());
            keys.getStyleClass().add("key-cap");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(keys);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        setGraphic(line);
    }

    /** One text for each run of letters that look alike. */
    private static Node[] letters(String title, List<Integer> meant) {
        var runs = new ArrayList<Node>();
        int from = 0;
        for (int at = 1; at <= title.length(); at++) {
            if (at == title.length() || meant.contains(at) != meant.contains(from)) {
                var run = new Text(title.substring(from, at));
                run.getStyleClass().add(meant.contains(from) ? "palette-meant" : "palette-letters");
                runs.add(run);
                from = at;
            }
        }
        return runs.toArray(Node[]::new);
    }
}
