package dev.sluice.console.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes YAML files that are dropped; anything else is not accepted, and the pointer says so. */
final class YamlDrop {

    private YamlDrop() {}

    static void onto(Node target, Consumer<List<Path>> open) {
        target.setOnDragOver(event -> {
            if (!yaml(event).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        target.setOnDragDropped(event -> {
            open.accept(yaml(event));
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private static List<Path> yaml(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .filter(YamlDrop::isYaml)
                .map(File::toPath)
                .toList();
    }

    private static boolean isYaml(File file) {
        var name = file.getName().toLowerCase(Locale.ROOT);
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }
}
