package dev.sluice.console.shell;

import dev.sluice.console.support.Needs;
import dev.sluice.console.support.Reach;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;

/** Takes files and folders that are dropped; what they are is found out later, away from the UI thread. */
final class YamlDrop {

    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("drop");

    private YamlDrop() {}

    /** Nothing is taken while the runtime is gone: the forms that it opens would lead nowhere. */
    static void onto(Node target, Reach reach, Consumer<List<Path>> open) {
        target.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles() && reach.allows(Needs.RUNTIME)) {
                event.acceptTransferModes(TransferMode.COPY);
                target.pseudoClassStateChanged(HOVERED, true);
            }
            event.consume();
        });
        target.setOnDragExited(event -> target.pseudoClassStateChanged(HOVERED, false));
        target.setOnDragDropped(event -> {
            open.accept(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        });
    }
}
