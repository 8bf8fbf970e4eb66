package dev.sluice.console.traffic;

import static dev.sluice.console.PageFleet.BLUE;
import static dev.sluice.console.PageFleet.DIABETES;
import static dev.sluice.console.PageFleet.GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.PageFleet;
import dev.sluice.console.TestBench;
import dev.sluice.domain.Percent;
import dev.sluice.domain.TrafficSplit;
import org.junit.jupiter.api.Test;

class UndoViewModelTest {

    private static final TrafficSplit TENTH =
            TrafficSplit.allTo(BLUE).with(BLUE, new Percent(90)).with(GREEN, new Percent(10));

    private final TestBench desk = new TestBench();
    private final UndoViewModel undo = new UndoViewModel(desk.bench.routings());
    private final PageFleet allBlue = PageFleet.of(BLUE, GREEN).share(BLUE, 100);

    @Test
    void what_others_have_changed_since_is_named_and_stays() {
        undo.open(DIABETES, allBlue.fleet());
        desk.bench.routings().traffic(allBlue.fleet().endpoint(DIABETES).orElseThrow(), TENTH, "");
        undo.show(allBlue.split(TENTH).fleet());
        assertThat(undo.undoProperty().get()).isEqualTo("Back to blue 100 % (Ctrl+Z)");

        var theirs = allBlue.split(TrafficSplit.allTo(GREEN)).fleet();
        desk.bench.routings().show(theirs);
        undo.show(theirs);
        assertThat(undo.undoProperty().get())
                .isEqualTo(
                        "Changed elsewhere since, to green 100 %, which stays. Activity restores any earlier routing.");
        undo.undo();

        assertThat(desk.control.asked).containsExactly("applyTraffic diabetes blue=90 green=10");
    }
}
