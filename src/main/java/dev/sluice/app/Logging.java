package dev.sluice.app;

import java.nio.file.Path;

/** Sends the program's own log into the state folder, in files of bounded size; to be called before the first logger. */
final class Logging {

    private Logging() {}

    static void into(Path folder) {
        System.setProperty("tinylog.writer", "rolling file");
        System.setProperty(
                "tinylog.writer.file", folder.resolve("sluice.{count}.log").toString());
        System.setProperty("tinylog.writer.latest", folder.resolve("sluice.log").toString());
        System.setProperty("tinylog.writer.policies", "size: 5mb");
        System.setProperty("tinylog.writer.backups", "3");
        System.setProperty("tinylog.level", "info");
    }
}
