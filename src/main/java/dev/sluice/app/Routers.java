package dev.sluice.app;

import dev.sluice.router.Router;
import dev.sluice.router.http.Guids;
import dev.sluice.router.http.HttpRouter;
import dev.sluice.router.http.RouterSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the router on the same port as last time, so that clients' addresses stay good across restarts. */
final class Routers {

    private static final Logger LOG = LoggerFactory.getLogger(Routers.class);

    private static final int HIGHEST_PORT = 65_535;

    private Routers() {}

    /**
     * @param port the one asked for, which must be free; 0 for the one of last time, or any if that is taken
     * @throws UncheckedIOException if {@code port} is taken
     */
    static Router open(Home home, int port) {
        var router = port != 0 ? listen(port) : again(remembered(home.routerPort()));
        remember(home.routerPort(), router.port());
        return router;
    }

    private static Router again(int last) {
        try {
            return listen(last);
        } catch (UncheckedIOException taken) {
            LOG.warn("port {} of last time is taken: endpoints get another address", last);
            return listen(0);
        }
    }

    private static Router listen(int port) {
        return new HttpRouter(
                RouterSettings.DEFAULT.withPort(port),
                System::nanoTime,
                new Guids(() -> ThreadLocalRandom.current().nextLong()));
    }

    private static int remembered(Path file) {
        try {
            int port =
                    Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
            return port >= 0 && port <= HIGHEST_PORT ? port : 0;
        } catch (IOException | NumberFormatException e) {
            LOG.warn("{} cannot be read: endpoints get another address", file, e);
            return 0;
        }
    }

    private static void remember(Path file, int port) {
        try {
            Files.writeString(file, port + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the router's port cannot be written to " + file, e);
        }
    }
}
