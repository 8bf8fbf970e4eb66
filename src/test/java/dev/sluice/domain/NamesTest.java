package dev.sluice.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"abc", "Blue", "a-1", "a--b", "x2345678901234567890123456789012"})
    void names_by_the_clouds_rules(String text) {
        assertThat(DeploymentName.problems(text)).isEmpty();
        assertThat(EndpointName.problems(text)).isEmpty();
        assertThat(new DeploymentName(text)).hasToString(text);
        assertThat(new EndpointName(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "ab,NAME_LENGTH",
        "x23456789012345678901234567890123,NAME_LENGTH",
        "1abc,NAME_CHARACTERS",
        "-abc,NAME_CHARACTERS",
        "abc-,NAME_CHARACTERS",
        "a_b,NAME_CHARACTERS",
        "a b,NAME_CHARACTERS",
        "größe,NAME_CHARACTERS"
    })
    void a_broken_rule_is_named_and_no_such_name_can_be_made(String text, Problem.Code rule) {
        assertThat(DeploymentName.problems(text)).extracting(Problem::code).containsExactly(rule);
        assertThat(EndpointName.problems(text)).extracting(Problem::code).containsExactly(rule);
        assertThatThrownBy(() -> new DeploymentName(text)).hasMessageContaining("a deployment");
        assertThatThrownBy(() -> new EndpointName(text)).hasMessageContaining("an endpoint");
    }

    @Test
    void length_and_characters_are_told_apart_and_together() {
        assertThat(EndpointName.problems("1_"))
                .extracting(Problem::code)
                .containsExactly(Problem.Code.NAME_LENGTH, Problem.Code.NAME_CHARACTERS);
        assertThat(EndpointName.problems("")).hasSize(2);
    }

    @Test
    void a_very_long_name_is_not_repeated_in_full() {
        assertThat(EndpointName.problems("_".repeat(5000)))
                .allSatisfy(problem -> assertThat(problem.message()).hasSizeLessThan(250));
    }

    @Test
    void b1_a_name_is_one_exactly_when_the_clouds_pattern_and_length_say_so() {
        qt().forAll(strings().betweenCodePoints('+', 'z').ofLengthBetween(0, 35))
                .checkAssert(text -> {
                    boolean rule = text.matches("^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$")
                            && text.length() >= 3
                            && text.length() <= 32;
                    assertThat(EndpointName.problems(text).isEmpty()).isEqualTo(rule);
                });
    }

    @Test
    void names_that_differ_only_in_case_are_the_same_and_keep_their_spelling() {
        var upper = new EndpointName("My-Endpoint");
        var lower = new EndpointName("my-endpoint");

        assertThat(upper).isEqualTo(lower).hasSameHashCodeAs(lower).isEqualByComparingTo(lower);
        assertThat(upper).hasToString("My-Endpoint").isNotEqualTo(new EndpointName("my-endpoint2"));
        assertThat(new DeploymentName("BLUE"))
                .isEqualTo(new DeploymentName("blue"))
                .hasSameHashCodeAs(new DeploymentName("blue"))
                .isNotEqualTo(new DeploymentName("green"));
    }

    @Test
    void case_is_folded_the_same_in_every_country() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(new EndpointName("INDIA").folded()).isEqualTo("india");
        } finally {
            Locale.setDefault(before);
        }
    }
}
