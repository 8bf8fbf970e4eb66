package dev.sluice.console.logs;

/** Which lines are shown: those of one instance or, with an empty name, of all, that are grave enough and have the words. */
record LogFilter(String instance, LogLevels levels, Words words) {

    static final LogFilter NONE = new LogFilter("", LogLevels.ALL, Words.NONE);

    boolean isOfInstance(LogEntry entry) {
        return instance.isEmpty() || instance.equals(entry.instance());
    }

    boolean hidesNothing() {
        return instance.isEmpty() && levels == LogLevels.ALL && words.areNone();
    }

    LogFilter of(String name) {
        return new LogFilter(name, levels, words);
    }

    LogFilter with(LogLevels chosen) {
        return new LogFilter(instance, chosen, words);
    }

    LogFilter with(Words wanted) {
        return new LogFilter(instance, levels, wanted);
    }
}
