package dev.sluice.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DrawerQueueTest {

    private final DrawerForms forms = new DrawerForms(new TestBench().bench, SampleFleets::empty, made -> {});
    private final Drawer first = new Drawer.NewEndpoint(forms.endpoint());
    private final Drawer second = new Drawer.NewEndpoint(forms.endpoint());
    private final CompletableFuture<Optional<Drawer>> prepared = new CompletableFuture<>();
    private final DrawerQueue drawers = new DrawerQueue();

    @Test
    void what_is_open_stays_and_what_comes_after_it_is_not_even_prepared() {
        drawers.openIfClosed(() -> first);

        drawers.openIfClosed(() -> second);
        drawers.add(List.of(this::failing));

        assertThat(open()).isSameAs(first);
    }

    @Test
    void what_waits_comes_when_that_is_closed() {
        drawers.openIfClosed(() -> first);
        drawers.add(List.of(() -> prepared));

        drawers.close();
        assertThat(open()).isEqualTo(new Drawer.Closed());
        prepared.complete(Optional.of(second));

        assertThat(open()).isSameAs(second);
    }

    @Test
    void what_is_opened_while_another_is_prepared_stays_and_that_comes_after_it() {
        drawers.add(List.of(() -> prepared));
        drawers.openIfClosed(() -> first);

        prepared.complete(Optional.of(second));
        assertThat(open()).isSameAs(first);

        drawers.close();
        assertThat(open()).isSameAs(second);
    }

    @Test
    void one_is_prepared_at_a_time() {
        drawers.add(List.of(() -> prepared, () -> CompletableFuture.completedFuture(Optional.of(second))));
        drawers.close();
        assertThat(open()).isEqualTo(new Drawer.Closed());

        prepared.complete(Optional.of(first));
        assertThat(open()).isSameAs(first);

        drawers.close();
        assertThat(open()).isSameAs(second);
    }

    @Test
    void where_there_is_nothing_to_open_the_next_one_comes() {
        drawers.add(List.of(
                () -> CompletableFuture.completedFuture(Optional.empty()),
                () -> CompletableFuture.failedFuture(new IllegalStateException("not read")),
                () -> CompletableFuture.completedFuture(Optional.of(second))));

        assertThat(open()).isSameAs(second);
    }

    private Drawer open() {
        return drawers.drawerProperty().get();
    }

    private CompletableFuture<Optional<Drawer>> failing() {
        throw new AssertionError("this has to wait");
    }
}
