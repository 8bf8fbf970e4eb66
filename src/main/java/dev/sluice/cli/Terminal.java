package dev.sluice.cli;

import java.io.PrintWriter;
import java.util.Optional;

/** What a command speaks to: a person at a terminal, or a script. */
public interface Terminal {

    /** Standard output: the answer, and nothing else. */
    PrintWriter out();

    /** Standard error: everything that is said about it. */
    PrintWriter err();

    /** Whether what is printed to {@link #out} is seen by a person at once. */
    boolean showsAnswers();

    /** Whether what is said to {@link #err} is, so that a line may be written over. */
    boolean showsProgress();

    /** What the person at the terminal types after {@code question}; empty if there is nobody to be asked. */
    Optional<String> ask(String question);

    /** Has {@code farewell} done if the person ends the command with Ctrl+C before the result is closed. */
    AutoCloseable onInterrupt(Runnable farewell);
}
