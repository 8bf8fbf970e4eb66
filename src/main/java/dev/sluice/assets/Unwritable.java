package dev.sluice.assets;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** The registry's own folder cannot be written to: what was to be copied is not to blame. */
final class Unwritable extends IOException {

    Unwritable(FileSystemException failure) {
        super("Sluice's own " + failure.getFile() + " cannot be written to: " + Intake.reason(failure), failure);
    }
}
