package dev.sluice.console.live;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.BusySamples;
import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.console.support.Reach;
import dev.sluice.control.Change;
import dev.sluice.control.Change.What;
import dev.sluice.control.TrafficSample.InstanceUsage;
import dev.sluice.domain.TrafficSplit;
import dev.sluice.domain.Usage;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_spreadsheet_gets_a_line_for_each_deployment_instance_and_moment_and_nothing_where_nothing_was_measured() {
        var page = PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10);
        var model = new LiveViewModel(Clock.fixed(NOON, BERLIN), new Reach().lost());
        model.open(DIABETES, page.fleet());
        var change = new Change(
                NOON, new What.Traffic(TrafficSplit.NONE, page.routing().traffic()));
        model.measure(new Moments()
                .of(List.of(BusySamples.with(
                        PageSamples.of(NOON, BLUE, PageSamples.live(40, 1), GREEN, PageSamples.live(0, 0)),
                        page.routing(),
                        List.of(
                                new InstanceUsage(BLUE, "blue-4f2a", new Usage(0.5, 64 << 20)),
                                new InstanceUsage(BLUE, "blue-9c01", new Usage(0.25, 32 << 20))),
                        List.of(change)))));

        assertThat(CsvText.of(model.frameProperty().get(), new ClockText(BERLIN))
                        .split("\r\n"))
                .containsExactly(
                        "time,covers_s,deployment,role,instance,requests_per_s,p50_ms,p95_ms,p99_ms,percentiles_of_requests,"
                                + "percentiles_of_s,fewer_than_100_requests,"
                                + "errors_4xx_percent,errors_5xx_percent,asked_percent,measured_percent,cpu_cores,"
                                + "memory_mib,changes",
                        "2026-03-01T13:00:00+01:00,1,blue,live,,40.000,1.003,1.703,2.607,40,1,true,"
                                + "0.000,0.000,90.000,100.000,0.750,96.000,\"Traffic from none to blue 90 %, green 10 %\"",
                        "2026-03-01T13:00:00+01:00,1,blue,instance,blue-4f2a,,,,,,,,,,,,0.500,64.000,",
                        "2026-03-01T13:00:00+01:00,1,blue,instance,blue-9c01,,,,,,,,,,,,0.250,32.000,",
                        "2026-03-01T13:00:00+01:00,1,green,live,,0.000,,,,0,0,true,,,10.000,0.000,,,");
    }
}
