package dev.sluice.console.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Lets the user choose a file or folder; empty if the user thought better of it. */
public interface FilePicker {

    /** {@code patterns} such as {@code *.yml}; none for any file. */
    Optional<Path> openFile(String title, List<String> patterns);

    Optional<Path> openFolder(String title);

    /** Where to write to; {@code name} is proposed. Whether what is there may be written over has been asked already. */
    Optional<Path> saveFile(String title, String name);
}
