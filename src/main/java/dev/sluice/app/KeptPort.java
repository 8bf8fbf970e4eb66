package dev.sluice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port that is taken again at each start, so that addresses stay good.
 *
 * @param note the file in which it is kept
 * @param what is found there, for the log
 */
record KeptPort(Path note, String what) {

    private static final Logger LOG = LoggerFactory.getLogger(KeptPort.class);

    private static final int HIGHEST = 65_535;

    /**
     * @param asked the port asked for, which must be free; 0 for the one of last time, or any if that is taken
     * @param listen opens at a port, any if it is 0; throws {@link UncheckedIOException} if it is taken
     * @throws UncheckedIOException if {@code asked} is taken
     */
    <T> T open(int asked, IntFunction<T> listen, ToIntFunction<T> portOf) {
        var opened = asked != 0 ? listen.apply(asked) : again(listen);
        remember(portOf.applyAsInt(opened));
        return opened;
    }

    private <T> T again(IntFunction<T> listen) {
        int last = remembered();
        try {
            return listen.apply(last);
        } catch (UncheckedIOException taken) {
            LOG.warn("port {} of last time is taken: {} get another address", last, what);
            return listen.apply(0);
        }
    }

    private int remembered() {
        try {
            int port =
                    Files.exists(note) ? Integer.parseInt(Files.readString(note).strip()) : 0;
            return port >= 0 && port <= HIGHEST ? port : 0;
        } catch (IOException | NumberFormatException e) {
            LOG.warn("{} cannot be read: {} get another address", note, what, e);
            return 0;
        }
    }

    private void remember(int port) {
        try {
            Files.writeString(note, port + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the port of the " + what + " cannot be written to " + note, e);
        }
    }
}
