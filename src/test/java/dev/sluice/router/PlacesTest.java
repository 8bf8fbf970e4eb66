package dev.sluice.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.RequestSettings;
import dev.sluice.metrics.DeploymentMeter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Places at instances, and the line of those who wait for one. */
class PlacesTest {

    @Test
    void a_place_is_at_an_instance_that_has_fewest_in_flight() {
        qt().forAll(
                        lists().of(integers().between(0, 3)).ofSizeBetween(1, 6),
                        integers().between(0, 1000))
                .checkAssert((loads, turn) -> {
                    var route = route(3, loads.size());
                    for (int i = 0; i < loads.size(); i++) {
                        enter(route.upstreams().get(i), loads.get(i));
                    }
                    int fewest =
                            loads.stream().mapToInt(Integer::intValue).min().orElseThrow();
                    var place = route.takePlace(turn);
                    assertThat(place.isPresent()).isEqualTo(fewest < 3);
                    place.ifPresent(
                            taken -> assertThat(loads.get(route.upstreams().indexOf(taken)))
                                    .isEqualTo(fewest));
                });
    }

    @Test
    void an_instance_that_drains_has_no_place() {
        var route = route(3, 2);
        route.upstreams().get(0).gate().drain();
        assertThat(route.takePlace(0)).contains(route.upstreams().get(1));
        route.upstreams().get(1).gate().drain();
        assertThat(route.takePlace(0)).isEmpty();
    }

    @Test
    void twice_as_many_are_admitted_as_can_run() {
        var route = route(3, 2);
        assertThat(IntStream.range(0, 20).filter(n -> route.admit()).count()).isEqualTo(12);
    }

    @Test
    void a_place_given_back_goes_to_who_has_waited_longest() {
        var route = route(1, 1);
        var place = route.takePlace(0).orElseThrow();
        var served = new ArrayList<String>();
        route.gate().line().join(waiter(() -> served.add("first")));
        route.gate().line().join(waiter(() -> served.add("second")));
        route.giveBack(place);
        assertThat(served).containsExactly("first");
        assertThat(place.gate().inFlight()).isEqualTo(1);
        route.giveBack(place);
        route.giveBack(place);
        assertThat(served).containsExactly("first", "second");
        assertThat(place.gate().inFlight()).isZero();
    }

    @Test
    void who_quits_is_not_served() {
        var route = route(1, 1);
        var place = route.takePlace(0).orElseThrow();
        var waiter = waiter(() -> {
            throw new AssertionError("served after quitting");
        });
        route.gate().line().join(waiter);
        assertThat(route.gate().line().quit(waiter)).isTrue();
        assertThat(route.gate().line().quit(waiter)).isFalse();
        route.giveBack(place);
    }

    @Test
    void when_the_last_instance_goes_those_who_wait_are_turned_away() {
        var route = route(1, 0);
        var turnedAway = new AtomicInteger();
        route.gate().line().join(new WaitingLine.Waiter() {
            @Override
            public void placeGiven(Upstream place) {
                throw new AssertionError("there is no place");
            }

            @Override
            public void turnedAway() {
                turnedAway.incrementAndGet();
            }
        });
        route.serveLine();
        assertThat(turnedAway).hasValue(1);
    }

    @Test
    void an_instance_that_could_not_be_reached_can_be_left_out() {
        var route = route(1, 2);
        var others = route.without(route.upstreams().get(0));
        assertThat(others.upstreams()).containsExactly(route.upstreams().get(1));
        assertThat(others.gate()).isSameAs(route.gate());
    }

    @Test
    void no_wake_up_is_lost_and_no_place_given_twice_however_many_threads_come_and_go() throws Exception {
        var route = route(2, 2);
        int threads = 8;
        int rounds = 5_000;
        var finished = new CountDownLatch(threads);
        var tooMany = new AtomicInteger();
        var workers = new ArrayList<Thread>();
        for (int t = 0; t < threads; t++) {
            workers.add(new Thread(() -> {
                for (int i = 0; i < rounds; i++) {
                    var place = takeOrWait(route);
                    if (place.gate().inFlight() > 2) {
                        tooMany.incrementAndGet();
                    }
                    route.giveBack(place);
                }
                finished.countDown();
            }));
        }
        workers.forEach(worker -> worker.setDaemon(true));
        workers.forEach(Thread::start);
        assertThat(finished.await(20, TimeUnit.SECONDS))
                .as("everybody was served")
                .isTrue();
        assertThat(tooMany).hasValue(0);
        assertThat(route.upstreams()).allMatch(upstream -> upstream.gate().inFlight() == 0);
    }

    private static Upstream takeOrWait(DeploymentRoute route) {
        var free = route.takePlace(0);
        if (free.isPresent()) {
            return free.get();
        }
        var given = new ConcurrentLinkedQueue<Upstream>();
        var served = new CountDownLatch(1);
        route.gate().line().join(new WaitingLine.Waiter() {
            @Override
            public void placeGiven(Upstream place) {
                given.add(place);
                served.countDown();
            }

            @Override
            public void turnedAway() {
                throw new AssertionError("there are instances");
            }
        });
        route.serveLine();
        try {
            served.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return given.remove();
    }

    private static WaitingLine.Waiter waiter(Runnable served) {
        return new WaitingLine.Waiter() {
            @Override
            public void placeGiven(Upstream place) {
                served.run();
            }

            @Override
            public void turnedAway() {
                throw new AssertionError("turned away");
            }
        };
    }

    private static void enter(Upstream upstream, int times) {
        IntStream.range(0, times).forEach(n -> upstream.gate().enter(times));
    }

    private static DeploymentRoute route(int concurrency, int instances) {
        var upstreams = IntStream.range(0, instances)
                .mapToObj(i -> new Upstream("i" + i, new InetSocketAddress("127.0.0.1", 1), new Gate()))
                .toList();
        return new DeploymentRoute(
                new DeploymentName("blue"),
                List.copyOf(upstreams),
                new RequestSettings(Duration.ofSeconds(1), concurrency),
                new Gate(),
                new DeploymentMeter());
    }
}
