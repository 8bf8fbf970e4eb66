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

    @Test
    void what_changes_live_traffic_is_not_what_enter_does_on_a_weak_match() {
        offered.add(command("Undo change of traffic: blue 100 %").changingTraffic());
        palette.open();

        for (var typed : List.of("un", "hang", "uct", "rollback")) {
            palette.typedProperty().set(typed);
            palette.run();
            assertThat(titles()).as(typed).contains("Undo change of traffic: blue 100 %");
        }

        assertThat(done).isEmpty();
        palette.typedProperty().set("un");
        palette.move(1);
        palette.run();
        assertThat(done).containsExactly("Undo change of traffic: blue 100 %");
    }

    @Test
    void up_from_no_choice_goes_to_the_last() {
        offered.add(command("Send all live traffic to blue").changingTraffic());
        offered.add(command("Send all live traffic to green").changingTraffic());
        palette.open();
        palette.typedProperty().set("send all");
        assertThat(palette.chosenProperty().get()).isEqualTo(-1);

        palette.move(-1);

        assertThat(palette.chosenProperty().get()).isEqualTo(1);
    }

    @Test
    void what_changes_live_traffic_is_chosen_by_words_that_mean_nothing_else() {
        offered.add(command("Send all live traffic to blue").changingTraffic());
        offered.add(command("Send all live traffic to green").changingTraffic());
        palette.open();

        palette.typedProperty().set("traffic green");
        palette.run();

        assertThat(done).containsExactly("Send all live traffic to green");
    }

    @Test
    void a_page_and_an_endpoint_are_named_by_what_changes_live_traffic_too_and_do_not_mean_it() {
        offered.add(command("Send all live traffic of diabetes to green").changingTraffic());
        offered.add(command("Stop mirroring").changingTraffic());
        offered.add(command("Mirror requests of diabetes..."));
        palette.open();

        palette.typedProperty().set("diabetes live");
        assertThat(palette.chosenProperty().get()).isEqualTo(-1);
        palette.typedProperty().set("mirro");
        assertThat(titles().get(0)).isEqualTo("Mirror requests of diabetes...");
        assertThat(palette.chosenProperty().get()).isZero();
    }

    @Test
    void what_may_be_meant_and_changes_nothing_comes_first() {
        offered.add(0, command("Send all live traffic to blue").changingTraffic());
        palette.open();

        palette.typedProperty().set("rollback");
        assertThat(palette.chosenProperty().get()).isEqualTo(-1);
        palette.typedProperty().set("tr");

        assertThat(titles()).containsExactly("Go to page Traffic", "Send all live traffic to blue");
        assertThat(palette.chosenProperty().get()).isZero();
    }

    @Test
    void the_words_of_others_find_what_is_called_differently_here() {
        offered.add(command("Redeploy diabetes/green..."));
        offered.add(command("Mirror live requests of diabetes..."));
        palette.open();

        palette.typedProperty().set("restart green");
        assertThat(titles()).containsExactly("Redeploy diabetes/green...");
        palette.typedProperty().set("shad");
        assertThat(titles()).containsExactly("Mirror live requests of diabetes...");
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
