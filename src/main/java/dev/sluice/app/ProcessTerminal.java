package dev.sluice.app;

import dev.sluice.cli.Terminal;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where this process was started from: a person's terminal, a script, or a bit of both. */
final class ProcessTerminal implements Terminal {

    private static final int IN = 0;
    private static final int OUT = 1;
    private static final int ERR = 2;

    private final PrintWriter out = Streams.out();
    private final PrintWriter err = Streams.err();

    @Override
    public PrintWriter out() {
        return out;
    }

    @Override
    public PrintWriter err() {
        return err;
    }

    @Override
    public boolean showsAnswers() {
        return isTerminal(OUT);
    }

    @Override
    public boolean showsProgress() {
        return isTerminal(ERR);
    }

    /** On standard error, so that an answer that goes elsewhere stays clean. */
    @Override
    public Optional<String> ask(String question) {
        if (!isTerminal(IN) || !isTerminal(ERR)) {
            return Optional.empty();
        }
        err.print(question);
        err.flush();
        try {
            var typed = new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8);
            return Optional.ofNullable(new BufferedReader(typed).readLine());
        } catch (IOException nobodyAnyMore) {
            return Optional.empty();
        }
    }

    @Override
    public AutoCloseable onInterrupt(Runnable farewell) {
        var atExit = new Thread(farewell, "interrupted");
        Runtime.getRuntime().addShutdownHook(atExit);
        return () -> {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException itIsEndingAlready) {
                // The farewell is being said.
            }
        };
    }

    /** Java itself only knows whether both standard streams are one. */
    private static boolean isTerminal(int descriptor) {
        try {
            var target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException noSuchFolderHere) {
            return System.console() != null;
        }
    }
}
