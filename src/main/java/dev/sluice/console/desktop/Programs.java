package dev.sluice.console.desktop;

import java.util.List;
import java.util.Optional;

/** The small programs of the desktop that answer one question. */
@FunctionalInterface
public interface Programs {

    /** What the program prints, without blanks at both ends; empty if it is not there, fails, or takes too long. */
    Optional<String> output(List<String> commandLine);
}
