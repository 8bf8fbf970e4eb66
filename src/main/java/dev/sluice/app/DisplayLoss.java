package dev.sluice.app;

import com.sun.jna.Callback;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of the display under a process that serves: the X server has crashed, or the session was left. The toolkit's own
 * reaction is to end the process on the spot, window or not, without an orderly end; what is served shall outlive that.
 */
final class DisplayLoss {

    private static final Logger LOG = LoggerFactory.getLogger(DisplayLoss.class);

    /** Kept as long as the process: the native side calls it and holds no reference. */
    private final Handler handler = this::happened;

    private volatile boolean happened;

    /** libX11's {@code XIOErrorHandler}; once it returns, the library ends the process. */
    @FunctionalInterface
    private interface Handler extends Callback {
        int invoke(Pointer display);
    }

    /** From now on the process lives on. To be called when the toolkit is up, which sets a handler of its own. */
    void outlive() {
        try {
            NativeLibrary.getInstance("X11")
                    .getFunction("XSetIOErrorHandler")
                    .invoke(Pointer.class, new Object[] {handler});
            LOG.info("if the X server ends, this process goes on without its display");
        } catch (LinkageError | RuntimeException e) {
            LOG.warn("this process ends with its display: libX11 cannot be told otherwise", e);
        }
    }

    boolean hasHappened() {
        return happened;
    }

    /** Holds whichever thread noticed, mostly the toolkit's, for good: there is nothing left that it could draw on. */
    private int happened(Pointer display) {
        happened = true;
        // The terminal's window is mostly on the same display.
        TerminalLoss.outlive(Streams.out());
        LOG.warn("the display has gone; the window with it, the endpoints go on");
        while (true) {
            LockSupport.park();
        }
    }

    /**
     * For the end of a shutdown. The JVM's own ways out, {@code halt} too, go through the C library's {@code exit}, where
     * libX11 clears up and would wait for the threads that are held.
     */
    void endWithoutDisplay() {
        if (happened) {
            NativeLibrary.getProcess().getFunction("_exit").invokeVoid(new Object[] {0});
        }
    }
}
