package dev.sluice.assets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a file that is to be copied is opened. */
public interface Opening {

    /** As the disk has it. */
    Opening PLAIN = Files::newInputStream;

    InputStream open(Path file) throws IOException;
}
