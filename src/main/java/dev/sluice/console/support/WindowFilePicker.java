package dev.sluice.console.support;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The desktop's own choosers, in front of {@code owner}; each opens where the last one ended. For the UI thread only. */
public final class WindowFilePicker implements FilePicker {

    private final Window owner;
    private @Nullable File lastFolder;

    public WindowFilePicker(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> openFile(String title, List<String> patterns) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(lastFolder);
        if (!patterns.isEmpty()) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(String.join(", ", patterns), patterns));
        }
        return remembered(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> openFolder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(lastFolder);
        return remembered(chooser.showDialog(owner));
    }

    @Override
    public Optional<Path> saveFile(String title, String name) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(lastFolder);
        chooser.setInitialFileName(name);
        return remembered(chooser.showSaveDialog(owner));
    }

    private Optional<Path> remembered(@Nullable File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        lastFolder = chosen.isDirectory() ? chosen : chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }
}
