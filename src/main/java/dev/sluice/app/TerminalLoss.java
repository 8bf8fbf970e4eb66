package dev.sluice.app;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;

/** The end of the terminal from which a process was started that serves. */
final class TerminalLoss {

    /** The same number on every Unix. */
    private static final int SIGHUP = 1;

    private static final Pointer IGNORE = Pointer.createConstant(1);

    private TerminalLoss() {}

    /** From now on the process does not end with its terminal, and whoever sits there is told how it does. */
    static void outlive(PrintWriter out) {
        try {
            NativeLibrary.getProcess().getFunction("signal").invoke(Pointer.class, new Object[] {SIGHUP, IGNORE});
        } catch (LinkageError | RuntimeException e) {
            LoggerFactory.getLogger(TerminalLoss.class).warn("this process ends with its terminal", e);
        }
        out.println("Goes on serving (process " + ProcessHandle.current().pid()
                + "). Ctrl+C here or ./sluice stop ends it.");
        out.flush();
    }
}
