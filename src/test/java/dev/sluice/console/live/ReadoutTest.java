package dev.sluice.console.live;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.GREEN;
import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.BusySamples;
import dev.sluice.console.PageFleet;
import dev.sluice.console.PageSamples;
import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.console.live.Readout.Name;
import dev.sluice.console.live.Readout.Row;
import dev.sluice.control.TrafficSample.InstanceUsage;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Usage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadoutTest {

    private static final Subject LIVE_BLUE = new Subject(BLUE, Source.LIVE);
    private static final Subject LIVE_GREEN = new Subject(GREEN, Source.LIVE);
    private static final Subject SHADOW_GREEN = new Subject(GREEN, Source.SHADOW);
    private static final List<Subject> SUBJECTS = List.of(LIVE_BLUE, LIVE_GREEN, SHADOW_GREEN);

    private final Moment moment = new Moments()
            .of(List.of(BusySamples.with(
                    PageSamples.of(NOON, BLUE, PageSamples.live(40, 12), GREEN, PageSamples.mirrored(4, 12)),
                    PageFleet.of(BLUE, GREEN).share(BLUE, 100).mirror(GREEN, 10).routing(),
                    List.of(
                            usage(BLUE, "blue-9c01", 0.25),
                            usage(GREEN, "green-1", 0.125),
                            usage(BLUE, "blue-4f2a", 0.5)),
                    List.of())))
            .get(0);

    @Test
    void each_instance_has_a_row_below_its_deployment_which_has_what_all_take_together() {
        var rows = Readout.rows(moment, SUBJECTS, 1);

        assertThat(rows)
                .extracting(Row::name)
                .containsExactly(
                        new Name(LIVE_BLUE, ""),
                        new Name(LIVE_BLUE, "blue-4f2a"),
                        new Name(LIVE_BLUE, "blue-9c01"),
                        new Name(LIVE_GREEN, ""),
                        new Name(LIVE_GREEN, "green-1"),
                        new Name(SHADOW_GREEN, ""));
        assertThat(rows).extracting(Row::cores).containsExactly(0.75, 0.5, 0.25, 0.125, 0.125, Double.NaN);
        assertThat(rows.get(1).rate())
                .as("an instance's requests are not measured")
                .isNaN();
    }

    @Test
    void an_only_instance_needs_no_row_where_several_are_told() {
        assertThat(Readout.rows(moment, SUBJECTS, 2))
                .extracting(row -> row.name().instance())
                .containsExactly("", "blue-4f2a", "blue-9c01", "", "");
    }

    @Test
    void below_the_charts_are_the_instances_of_the_chosen_deployment_only() {
        var readout = new Readout("", Readout.rows(moment, SUBJECTS, 1));

        assertThat(readout.rows(Optional.empty())).noneMatch(row -> row.name().isOfInstance());
        assertThat(readout.rows(Optional.of(LIVE_GREEN)))
                .extracting(row -> row.name().instance())
                .containsExactly("", "", "green-1", "");
    }

    private static InstanceUsage usage(DeploymentName deployment, String instance, double cores) {
        return new InstanceUsage(deployment, instance, new Usage(cores, 64 << 20));
    }
}
