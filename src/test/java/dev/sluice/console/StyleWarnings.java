package dev.sluice.console;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What JavaFX finds wrong with style sheets, from now on until closed. */
public final class StyleWarnings extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("javafx.css");
    private final List<String> told = new ArrayList<>();

    public StyleWarnings() {
        logger.addHandler(this);
    }

    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
            told.add(record.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
