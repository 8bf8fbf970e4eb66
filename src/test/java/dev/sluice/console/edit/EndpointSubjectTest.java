package dev.sluice.console.edit;

import static dev.sluice.console.SampleFleets.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.support.Notice;
import dev.sluice.domain.Problem;
import org.junit.jupiter.api.Test;

/** An endpoint's YAML, with its traffic, is edited and applied. */
class EndpointSubjectTest {

    private final TestBench desk = new TestBench();
    private final YamlViewModel model =
            new YamlViewModel(desk.bench, new EndpointSubject(desk.bench, DIABETES), SampleFleets.split());

    @Test
    void an_endpoints_text_has_its_traffic_and_sets_all_of_it_in_one_change() {
        assertThat(model.textProperty().get()).contains("traffic:\n  blue: 90\n  green: 10\n");

        edit("blue: 90\n  green: 10", "blue: 70\n  green: 30");

        assertThat(model.effectsProperty().get())
                .containsExactly("Live traffic, now blue 90 %, green 10 %, becomes blue 70 %, green 30 %.");
        model.review();
        model.apply();
        assertThat(desk.control.asked).containsExactly("updateEndpoint diabetes blue=70 green=30, mirror off");
    }

    @Test
    void edited_traffic_is_told_with_a_way_back_like_any_other_change_of_it() {
        edit("blue: 90\n  green: 10", "blue: 70\n  green: 30");
        model.review();
        model.apply();

        assertThat(desk.notices.notices()).singleElement().isInstanceOfSatisfying(Notice.Reversible.class, notice -> {
            assertThat(notice.title()).isEqualTo("diabetes is updated: blue 70 %, green 30 %");
            notice.action().run();
        });
        assertThat(desk.control.asked).last().isEqualTo("applyRouting diabetes blue=90 green=10, mirror off");
    }

    @Test
    void where_more_than_the_traffic_was_edited_the_notice_says_what_undo_leaves() {
        edit("blue: 90\n  green: 10", "blue: 70\n  green: 30");
        edit("auth_mode: key", "auth_mode: aml_token");
        model.review();
        model.apply();

        assertThat(desk.notices.notices())
                .singleElement()
                .extracting(Notice::title)
                .isEqualTo("diabetes is updated: blue 70 %, green 30 %. Undo takes back the routing alone");
    }

    @Test
    void shares_that_do_not_add_up_are_told_at_the_traffic() {
        edit("green: 10", "green: 20");

        assertThat(model.problemsProperty().get()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Problem.Code.TRAFFIC_TOTAL);
            assertThat(problem.place().isKnown()).isTrue();
        });
    }

    @Test
    void a_share_for_nobody_is_told_first_at_its_line_and_only_then_what_it_makes_of_the_sum() {
        edit("green: 10", "gren: 5");

        assertThat(model.problemsProperty().get())
                .extracting(Problem::code)
                .containsExactly(Problem.Code.UNKNOWN_DEPLOYMENT, Problem.Code.TRAFFIC_TOTAL);
        assertThat(model.problemsProperty().get())
                .extracting(problem -> lineOf(problem.place().line()).strip())
                .containsExactly("gren: 5", "traffic:");
    }

    private String lineOf(int number) {
        return model.textProperty().get().lines().toList().get(number - 1);
    }

    @Test
    void a_share_for_nobody_is_told_before_it_is_applied() {
        edit("green: 10", "red: 10");

        assertThat(model.problemsProperty().get())
                .extracting(Problem::code)
                .containsExactly(Problem.Code.UNKNOWN_DEPLOYMENT);
    }

    @Test
    void a_note_goes_into_the_journal_with_the_edit_and_is_used_once() {
        edit("auth_mode: key", "auth_mode: aml_token");
        applyBecause("tokens from now on");
        assertThat(model.note().textProperty().get()).isEmpty();

        edit("auth_mode: key", "auth_mode: aml_token");
        edit("blue: 90\n  green: 10", "blue: 70\n  green: 30");
        applyBecause(" green is faster ");

        assertThat(desk.control.asked)
                .containsExactly("describeEndpoint diabetes", "updateEndpoint diabetes blue=70 green=30, mirror off");
        assertThat(desk.control.reasons).containsExactly("tokens from now on", "green is faster");
    }

    private void applyBecause(String note) {
        model.review();
        model.note().textProperty().set(note);
        model.apply();
    }

    @Test
    void traffic_that_the_text_leaves_out_stays_as_it_is() {
        model.textProperty().set("name: diabetes\nauth_mode: aml_token\n");
        assertThat(model.effectsProperty().get()).anyMatch(effect -> effect.contains("aml_token"));
        model.review();
        model.apply();

        assertThat(desk.control.asked).containsExactly("describeEndpoint diabetes");
    }

    private void edit(String from, String to) {
        assertThat(model.textProperty().get()).contains(from);
        model.textProperty().set(model.textProperty().get().replace(from, to));
    }
}
