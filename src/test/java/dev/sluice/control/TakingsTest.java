package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.assets.Catalog;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.HandClock;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.Problem;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Which registrations can be tried again. */
class TakingsTest {

    private static final ModelDefinition IRIS =
            new ModelDefinition("iris", "1", ModelType.CUSTOM, "/models/iris.pkl", Labels.NONE, CloudKeys.NONE);

    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T12:00:00Z"));
    private Catalog catalog = Catalog.EMPTY;
    private final Takings takings = new Takings(clock, new AtomicLong(1)::getAndIncrement, () -> catalog);

    @Test
    void what_failed_for_a_reason_that_may_pass_can_be() {
        long id = refused(Problem.Code.BAD_VALUE);

        assertThat(takings.retryable(id)).contains(IRIS);
        assertThat(takings.seen()).singleElement().matches(Registering::canRetry);
    }

    @Test
    void what_failed_as_nobody_foresaw_can_be() {
        var taking = takings.begin(IRIS);
        taking.fail(new IllegalStateException("the database is gone"));

        assertThat(takings.retryable(taking.id())).contains(IRIS);
    }

    @Test
    void what_was_registered_meanwhile_by_whomever_can_not() {
        long id = refused(Problem.Code.BAD_VALUE);

        catalog = catalog.with(registered("2"));
        assertThat(takings.retryable(id)).as("another version").isPresent();
        catalog = catalog.with(registered("1"));
        assertThat(takings.retryable(id)).isEmpty();

        catalog = catalog.without(registered("1").id());
        assertThat(takings.retryable(id)).isPresent();
    }

    @Test
    void what_stands_for_something_else_already_would_be_refused_once_more() {
        assertThat(takings.retryable(refused(Problem.Code.ALREADY_EXISTS))).isEmpty();
    }

    private long refused(Problem.Code code) {
        var taking = takings.begin(IRIS);
        taking.end(new Outcome.Refused(List.of(Problem.of(code, "", "it is not so", ""))));
        return taking.id();
    }

    private Asset registered(String version) {
        return new Asset(
                new AssetId(AssetKind.MODEL, "iris", version),
                IRIS,
                Asset.Naming.GIVEN,
                new Asset.Content("hash", "folder", 1),
                clock.instant(),
                false);
    }
}
