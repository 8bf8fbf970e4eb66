package dev.sluice.exporter;

import dev.sluice.router.Router;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;

/**
 * Everything that the router has counted, as Prometheus text. It reads the table in force and takes nothing from any
 * meter, so it may be written as often as one likes, from any thread, and no event loop notices.
 */
public final class MetricsPage {

    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final Router router;
    private final LastMinute minute;

    public MetricsPage(Router router, LastMinute minute) {
        this.router = router;
        this.minute = minute;
    }

    /** The page as it is now, in UTF-8. */
    public byte[] write() {
        var page = new Page();
        var table = router.table();
        var connections = router.connections();
        var own = new OwnSeries(page);
        own.add(table);
        own.add(connections);
        var cloud = new CloudSeries(page);
        cloud.add(table, minute.readings());
        cloud.add(connections, minute.readings());
        return page.write();
    }
}
