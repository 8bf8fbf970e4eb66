package dev.sluice.console.invoke;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;

import dev.sluice.console.PageFleet;
import dev.sluice.console.TestBench;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** The invoke page's model, opened on an endpoint with blue at 90 % and green at 10 %. */
abstract class InvokeOnDiabetes {

    final TestBench desk = new TestBench();
    final HandClock clock = new HandClock();
    final RequestBook book = RequestBook.forNow(Runnable::run, desk.notices);
    final InvokeViewModel model = new InvokeViewModel(desk.bench, new InvokeTools(book, Runnable::run, clock, clock));
    final PageFleet both = PageFleet.of(BLUE, GREEN).share(BLUE, 90).share(GREEN, 10);

    @BeforeEach
    void the_endpoint_is_chosen() {
        model.open(DIABETES, Optional.empty(), both.fleet());
    }
}
