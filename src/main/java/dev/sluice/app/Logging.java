package dev.sluice.app;

import java.nio.file.Path;

/** Sends the program's own log into the state folder, in files of bounded size; to be called before the first logger. */
final class Logging {

    private Logging() {}

    /** @param name of the files; two programs must not write into the same ones */
    static void into(Path folder, String name) {
        System.setProperty("tinylog.writer", "rolling file");
        System.setProperty(
                "tinylog.writer.file", folder.resolve(name + ".{count}.log").toString());
        System.setProperty(
                "tinylog.writer.latest", folder.resolve(name + ".log").toString());
        System.setProperty("tinylog.writer.policies", "size: 5mb");
        System.setProperty("tinylog.writer.backups", "3");
        System.setProperty("tinylog.level", "info");
    }

    /** Whether there is a log to write to; before, and in short commands, it would go to the terminal. */
    static boolean isOn() {
        return System.getProperty("tinylog.writer.file") != null;
    }
}
