package dev.sluice.app;

import dev.sluice.exporter.LastMinute;
import dev.sluice.exporter.MetricsPage;
import dev.sluice.home.Home;
import dev.sluice.router.Router;
import dev.sluice.router.http.MetricsServer;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;

/** Shows what the router counts at {@code /metrics}, on the same port as last time. */
final class Metrics implements AutoCloseable {

    private final MetricsServer server;

    /**
     * @param port the one asked for, which must be free; 0 for the one of last time, or any if that is taken
     * @param loop looks at the meters once a minute
     * @throws UncheckedIOException if {@code port} is taken
     */
    Metrics(Home home, int port, Router router, Clock clock, ScheduledExecutorService loop) {
        var minute = new LastMinute(router, clock);
        var page = new MetricsPage(router, minute);
        server = new KeptPort(home.metricsPort(), "metrics")
                .open(
                        port,
                        free -> new MetricsServer(free, MetricsPage.CONTENT_TYPE, page::write),
                        MetricsServer::port);
        minute.keepOn(loop);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
