package dev.sluice.console.logs;

/** How grave a line must be to be shown. */
enum LogLevels {
    ALL("logs.levels.all", LogEntry.Level.PLAIN),
    WARNINGS("logs.levels.warnings", LogEntry.Level.WARNING),
    ERRORS("logs.levels.errors", LogEntry.Level.ERROR);

    private final String key;
    private final LogEntry.Level least;

    LogLevels(String key, LogEntry.Level least) {
        this.key = key;
        this.least = least;
    }

    /** The key of its name. */
    String key() {
        return key;
    }

    boolean has(LogEntry.Level level) {
        return level.compareTo(least) >= 0;
    }
}
