package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.domain.Activity;
import dev.sluice.domain.Actor;
import dev.sluice.domain.Deed;
import dev.sluice.domain.TrafficSplit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told to those who watch, and what is not. */
@ParameterizedClass
@EnumSource
class WatchingTest extends FaceContract {

    @Test
    void history_comes_in_coarser_samples_too_traffic_does_not_and_while_nothing_changes_there_is_no_new_picture()
            throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        await().until(() -> runtime.fleet().jobs().stream().noneMatch(Job::isRunning));
        var history = new CopyOnWriteArrayList<TrafficSample>();
        var traffic = new CopyOnWriteArrayList<TrafficSample>();
        var pictures = new AtomicInteger();
        try (var all = runtime.control.watchHistory(DIABETES, history::add);
                var seconds = runtime.control.watchTraffic(DIABETES, traffic::add);
                var watching = runtime.control.watch(fleet -> pictures.incrementAndGet())) {
            assertThat(List.of(all, seconds)).doesNotContain(watching);
            await().until(() -> history.stream().anyMatch(sample -> sample.resolution() == Resolution.FIVE_SECONDS));
        }
        assertThat(traffic).isNotEmpty().allMatch(sample -> sample.resolution() == Resolution.SECOND);
        assertThat(history).allMatch(sample -> sample.deployments().containsKey(BLUE.deployment()));
        assertThat(pictures.get()).as("the present picture, and no other").isEqualTo(1);
    }

    @Test
    void when_a_command_was_carried_out_whoever_watches_has_been_shown_what_it_did() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);

        for (var split : List.of(TrafficSplit.NONE, TrafficSplit.allTo(BLUE.deployment()), TrafficSplit.NONE)) {
            runtime.ask(runtime.control.applyTraffic(DIABETES, split));
            assertThat(split()).isEqualTo(split);
        }
    }

    @Test
    void one_picture_can_be_asked_for_and_is_the_one_that_watchers_have() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        await().until(() -> runtime.fleet().jobs().stream().noneMatch(Job::isRunning));

        assertThat(runtime.get(runtime.control.fleet())).isEqualTo(runtime.fleet());
    }

    @Test
    void who_has_stopped_watching_is_told_nothing_any_more() throws Exception {
        var revisions = new CopyOnWriteArrayList<Long>();
        var watch = runtime.control.watch(fleet -> revisions.add(fleet.revision()));
        await().until(() -> !revisions.isEmpty());
        watch.close();
        runtime.get(runtime.control.ping());
        revisions.clear();

        runtime.bringUp(BLUE, InitialTraffic.ALL);

        assertThat(revisions).isEmpty();
    }

    @Test
    void the_journals_newest_entries_come_oldest_first_then_each_new_one_with_who_gave_the_command_and_why()
            throws Exception {
        var journal = new CopyOnWriteArrayList<Activity>();
        try (var watching = runtime.control.watchActivity(1, journal::add)) {
            assertThat(watching).isNotNull();
            await().until(() -> journal.size() == 1);

            runtime.ask(runtime.control
                    .by(new Actor(Actor.Face.CONSOLE, System.getProperty("user.name")))
                    .because("täglich + „neu“ 50 %")
                    .deleteEndpoint(DIABETES));

            await().until(() -> journal.size() == 2);
        }
        assertThat(journal)
                .extracting(Activity::deed)
                .extracting(Deed::kind)
                .containsExactly(Deed.Kind.CREATE_ENDPOINT, Deed.Kind.DELETE_ENDPOINT);
        assertThat(journal.get(1).actor())
                .isEqualTo(new Actor(Actor.Face.CONSOLE, System.getProperty("user.name"), "täglich + „neu“ 50 %"));
        assertThat(runtime.get(runtime.control.olderActivity(journal.get(1).number(), 5)))
                .containsExactly(journal.get(0));
    }

    @Test
    void a_log_is_followed_across_all_instances_also_later_ones() throws Exception {
        runtime.bringUp(BLUE, InitialTraffic.ALL);
        List<LogLine> seen = Collections.synchronizedList(new ArrayList<>());
        try (var following = runtime.control.followLog(BLUE, 10, seen::add)) {
            assertThat(following).isNotNull();
            runtime.ask(runtime.control.scale(BLUE, 2));
            await().until(() -> runtime.router.upstreams(BLUE).size() == 2);
            for (var instance : engine.list().toCompletableFuture().join()) {
                engine.logs(instance.id(), "hello");
            }
            await().until(() -> seen.size() == 2);
        }
        assertThat(seen).extracting(LogLine::instance).doesNotHaveDuplicates();
    }

    @Test
    void what_is_registered_is_shown_and_shown_again_when_it_changes() throws Exception {
        var sizes = new CopyOnWriteArrayList<Integer>();
        try (var watching = runtime.control.watchAssets(
                inventory -> sizes.add(inventory.assets().size()))) {
            assertThat(watching).isNotNull();
            runtime.bringUp(BLUE, InitialTraffic.NONE);
            await().until(() -> sizes.stream().anyMatch(size -> size > 0));
        }
        assertThat(sizes.get(0)).isZero();
    }

    @Test
    void a_runtime_answers_pings_until_it_has_ended() throws Exception {
        runtime.get(runtime.control.ping());

        runtime.endLoop();

        assertThat(runtime.control.ping().toCompletableFuture()).failsWithin(Duration.ofSeconds(10));
    }
}
