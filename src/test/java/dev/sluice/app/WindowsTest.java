package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.console.shell.Parting;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The windows of a runtime, one after the other. */
class WindowsTest {

    private static final IllegalStateException NO_DISPLAY = new IllegalStateException("no display");

    private final BlockingQueue<String> kept = new LinkedBlockingQueue<>();

    @Test
    void a_window_that_does_not_come_back_does_not_end_the_runtime_and_the_next_one_may() throws Exception {
        var windows = windows(
                new Played(() -> {}, Parting.KEEP_SERVING),
                new Played(
                        () -> {
                            throw NO_DISPLAY;
                        },
                        Parting.KEEP_SERVING),
                new Played(() -> {}, Parting.STOP));
        var ended = CompletableFuture.runAsync(() -> show(windows));

        assertThat(kept.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(get(windows.showWindow(":7"))).isFalse();
        assertThat(kept.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(ended).isNotDone();

        assertThat(get(windows.showWindow(":7"))).isTrue();
        assertThat(ended).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void without_a_first_window_there_is_nothing_to_go_on_for() {
        var windows = windows(new Played(
                () -> {
                    throw NO_DISPLAY;
                },
                Parting.STOP));

        assertThatThrownBy(windows::show).isSameAs(NO_DISPLAY);
    }

    @Test
    void who_ends_the_runtime_has_the_window_closed_first_and_the_process_ends_as_with_its_user() throws Exception {
        var window = new Standing(CompletableFuture.completedFuture(true));
        var windows = new Windows(() -> window, display -> true, () -> {}, () -> kept.add("exit"));
        windows.stop(); // before there is one: it is on its way
        show(windows);

        assertThat(window.closed).isCompleted();
        assertThat(kept).isEmpty();
    }

    @Test
    void a_window_that_cannot_be_closed_any_more_does_not_keep_the_process() throws Exception {
        var window = new Standing(CompletableFuture.failedFuture(NO_DISPLAY));
        var windows = new Windows(() -> window, display -> true, () -> {}, () -> kept.add("exit"));
        var ended = CompletableFuture.runAsync(() -> show(windows));
        assertThat(window.seen).succeedsWithin(Duration.ofSeconds(10));

        windows.stop();

        assertThat(kept.poll(10, TimeUnit.SECONDS)).isEqualTo("exit");
        window.closed.complete(null);
        assertThat(ended).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void without_a_window_the_process_ends_at_once() throws Exception {
        var windows = new Windows(
                () -> new Played(() -> {}, Parting.KEEP_SERVING),
                display -> true,
                () -> kept.add("serving"),
                () -> kept.add("exit"));
        var show = new Thread(() -> show(windows));
        show.setDaemon(true);
        show.start();
        assertThat(kept.poll(10, TimeUnit.SECONDS)).isEqualTo("serving");

        windows.stop();

        assertThat(kept.poll()).isEqualTo("exit");
    }

    private Windows windows(Played... all) {
        Iterator<Played> next = List.of(all).iterator();
        return new Windows(next::next, display -> true, () -> kept.add("serving"), () -> {});
    }

    private static void show(Windows windows) {
        try {
            windows.show();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** A window that its user closes at once. */
    private record Played(Runnable opening, Parting parting) implements Windows.One {

        @Override
        public Played show() {
            opening.run();
            return this;
        }

        @Override
        public CompletionStage<Boolean> raise() {
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public CompletionStage<Boolean> takeAway() {
            return CompletableFuture.completedFuture(false);
        }

        @Override
        public Parting awaitClosed() {
            return parting;
        }
    }

    /** A window that stays until it is taken away, if that {@code goes}. */
    private static final class Standing implements Windows.One {

        private final CompletableFuture<Boolean> goes;
        private final CompletableFuture<Void> seen = new CompletableFuture<>();
        private final CompletableFuture<Void> closed = new CompletableFuture<>();

        private Standing(CompletableFuture<Boolean> goes) {
            this.goes = goes;
        }

        @Override
        public Standing show() {
            return this;
        }

        @Override
        public CompletionStage<Boolean> raise() {
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public CompletionStage<Boolean> takeAway() {
            return goes.whenComplete((gone, failure) -> {
                if (failure == null) {
                    closed.complete(null);
                }
            });
        }

        @Override
        public Parting awaitClosed() {
            seen.complete(null);
            closed.join();
            return Parting.STOP;
        }
    }
}
