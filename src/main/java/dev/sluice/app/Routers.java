package dev.sluice.app;

import dev.sluice.comparison.AnswerComparer;
import dev.sluice.home.Home;
import dev.sluice.router.Router;
import dev.sluice.router.http.Guids;
import dev.sluice.router.http.HttpRouter;
import dev.sluice.router.http.RouterSettings;
import java.io.UncheckedIOException;
import java.util.concurrent.ThreadLocalRandom;

/** Opens the router on the same port as last time, so that clients' addresses stay good across restarts. */
final class Routers {

    private Routers() {}

    /**
     * @param port the one asked for, which must be free; 0 for the one of last time, or any if that is taken
     * @throws UncheckedIOException if {@code port} is taken
     */
    static Router open(Home home, int port) {
        return new KeptPort(home.routerPort(), "endpoints").open(port, Routers::listen, Router::port);
    }

    private static Router listen(int port) {
        return new HttpRouter(
                RouterSettings.DEFAULT.withPort(port),
                System::nanoTime,
                new Guids(() -> ThreadLocalRandom.current().nextLong()),
                AnswerComparer.onThreadOfItsOwn());
    }
}
