package dev.sluice.console.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.support.Command;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {

    private final List<String> done = new ArrayList<>();
    private final List<Command> offered = new ArrayList<>(
            List.of(command("New endpoint"), command("Go to page Traffic"), command("Go to page Live")));
    private final PaletteViewModel palette = new PaletteViewModel(() -> offered);

    @Test
    void opened_it_offers_everything_in_its_order() {
        palette.open();

        assertThat(titles()).containsExactly("New endpoint", "Go to page Traffic", "Go to page Live");
        assertThat(palette.chosenProperty().get()).isZero();
    }

    @Test
    void enter_closes_it_and_does_what_fits_best() {
        palette.open();
        palette.typedProperty().set("live");

        palette.run();

        assertThat(done).containsExactly("Go to page Live");
        assertThat(palette.openProperty().get()).isFalse();
    }

    @Test
    void the_choice_goes_round_at_both_ends() {
        palette.open();

        palette.move(-1);
        assertThat(palette.chosenProperty().get()).isEqualTo(2);
        palette.move(1);
        assertThat(palette.chosenProperty().get()).isZero();
    }

    @Test
    void nothing_that_fits_is_nothing_to_do_and_it_stays_open() {
        palette.open();
        palette.typedProperty().set("xyzzy");

        palette.move(1);
        palette.run();

        assertThat(done).isEmpty();
        assertThat(palette.openProperty().get()).isTrue();
    }

    @Test
    void each_opening_begins_anew_with_what_is_offered_by_then() {
        palette.open();
        palette.typedProperty().set("live");
        palette.close();
        offered.add(command("Go to endpoint diabetes"));

        palette.open();

        assertThat(palette.typedProperty().get()).isEmpty();
        assertThat(titles()).hasSize(4);
    }

    @Test
    void a_thousand_endpoints_do_not_become_a_thousand_lines() {
        for (int i = 0; i < 1_000; i++) {
            offered.add(command("Go to endpoint e" + i));
        }

        palette.open();

        assertThat(titles()).hasSize(60);
    }

    private List<String> titles() {
        return palette.hitsProperty().get().stream()
                .map(hit -> hit.command().title())
                .toList();
    }

    private Command command(String title) {
        return Command.action(title, () -> done.add(title));
    }
}
