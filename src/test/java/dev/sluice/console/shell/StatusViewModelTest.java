package dev.sluice.console.shell;

import static dev.sluice.console.SampleFleets.BLUE;
import static dev.sluice.console.SampleFleets.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.HalfDone;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.SampleRegistrations;
import dev.sluice.console.support.Errands;
import dev.sluice.console.support.Reach;
import dev.sluice.control.Job;
import dev.sluice.domain.HandClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusViewModelTest {

    private final HandClock clock = new HandClock(NOW);
    private final Errands errands = new Errands(clock);
    private final Reach reach = new Reach();
    private final StatusViewModel status = new StatusViewModel(clock, errands, reach);

    @Test
    void the_engine_the_router_and_the_metrics_are_always_named() {
        status.show(SampleFleets.empty());

        assertThat(status.engineProperty().get()).isEqualTo("Processes (python3 3.11)");
        assertThat(status.engineDetailProperty().get()).contains("No Docker engine");
        assertThat(status.routerProperty().get()).isEqualTo("127.0.0.1:8420");
        assertThat(status.metricsProperty().get()).isEqualTo("127.0.0.1:8421/metrics");
        assertThat(status.busyProperty().get()).isFalse();
        assertThat(status.newestProperty().get()).isEmpty();
    }

    @Test
    void a_running_job_tells_its_step_and_how_long_it_has_taken() {
        status.show(SampleFleets.creating());

        assertThat(status.busyProperty().get()).isTrue();
        assertThat(status.newestProperty().get()).isEqualTo("Creating diabetes/blue: Environment, 14 s");
    }

    @Test
    void of_several_the_newest_is_told_and_the_others_are_counted() {
        var jobs = List.of(SampleFleets.creating().jobs().get(0), scaling(2), scaling(3));

        status.show(SampleFleets.fleet(jobs));

        assertThat(status.newestProperty().get()).startsWith("Scaling").endsWith("and 2 more");
    }

    @Test
    void a_model_on_its_way_into_the_registry_is_told_and_counted_with_the_jobs() {
        status.show(SampleRegistrations.in(SampleFleets.empty(), SampleRegistrations.copying()));
        assertThat(status.busyProperty().get()).isTrue();
        assertThat(status.newestProperty().get())
                .isEqualTo("Registering model churn:1: 2.0 GiB of 8.0 GiB copied, 3 of 12 files, 22 s");

        status.show(SampleRegistrations.in(SampleFleets.creating(), SampleRegistrations.copying()));
        assertThat(status.newestProperty().get()).startsWith("Registering").endsWith("and 1 more");
    }

    @Test
    void what_the_window_does_by_itself_is_told_with_the_jobs_as_long_as_it_goes_on() {
        status.show(SampleFleets.creating());
        var errand = new HalfDone(errands);

        errands.begin(errand);
        assertThat(status.newestProperty().get()).isEqualTo("Sending: 5 of 10, 0.0 s, and 1 more");

        errands.done(errand, "");
        assertThat(status.newestProperty().get()).startsWith("Creating diabetes/blue");

        status.show(SampleFleets.empty());
        errands.begin(errand);
        assertThat(status.busyProperty().get()).isTrue();
        errands.done(errand, "");
        assertThat(status.busyProperty().get()).isFalse();
    }

    @Test
    void while_the_runtime_is_gone_only_what_the_window_does_by_itself_goes_on() {
        status.show(SampleFleets.creating());
        reach.lose("gone");
        clock.forward(Duration.ofSeconds(40));
        status.tick();
        assertThat(status.busyProperty().get()).isFalse();
        assertThat(status.newestProperty().get()).endsWith("Environment, 14 s");

        var errand = new HalfDone(errands);
        errands.begin(errand);
        clock.forward(Duration.ofSeconds(12));
        status.tick();
        assertThat(status.busyProperty().get()).isTrue();
        assertThat(status.newestProperty().get()).isEqualTo("Sending: 5 of 10, 12 s, and 1 more");

        errands.done(errand, "");
        assertThat(status.busyProperty().get()).isFalse();
        assertThat(status.newestProperty().get()).endsWith("Environment, 14 s");
        reach.regain();
        assertThat(status.busyProperty().get()).isTrue();
    }

    private static Job scaling(long id) {
        return new Job(id, Job.Kind.SCALE, BLUE, NOW, new Job.Result.Running(), List.of());
    }
}
