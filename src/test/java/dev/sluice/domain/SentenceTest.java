package dev.sluice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void a_remark_gets_a_capital_and_a_full_stop() {
        assertThat(Sentence.of("wait until it has succeeded")).isEqualTo("Wait until it has succeeded.");
        assertThat(Sentence.of("Try again.")).isEqualTo("Try again.");
        assertThat(Sentence.of("did you mean 'tags'?")).isEqualTo("Did you mean 'tags'?");
        assertThat(Sentence.of(" ")).isEmpty();
    }

    @Test
    void what_is_no_word_is_written_as_it_is() {
        assertThat(Sentence.of("init() in score.py raised KeyError")).isEqualTo("init() in score.py raised KeyError.");
        assertThat(Sentence.of("aad_token needs the cloud")).isEqualTo("aad_token needs the cloud.");
        assertThat(Sentence.of("score.py is not there")).isEqualTo("score.py is not there.");
        assertThat(Sentence.of("'9a' is no name")).isEqualTo("'9a' is no name.");
    }

    @Test
    void a_problem_is_told_without_the_key_of_a_file_unless_it_stands_in_one() {
        var problem = Problem.of(
                Problem.Code.TRAFFIC_NOT_READY, "traffic.green", "deployment green is not ready", "wait for it");

        assertThat(problem.told()).isEqualTo("Deployment green is not ready. What to do: wait for it.");
        assertThat(problem.at(new Place("blue.yml", 3, 5)).told())
                .isEqualTo("blue.yml:3:5 traffic.green: Deployment green is not ready. What to do: wait for it.");
        assertThat(Problem.of(Problem.Code.BAD_VALUE, "", "and 3 more problems", "")
                        .told())
                .isEqualTo("And 3 more problems.");
    }
}
