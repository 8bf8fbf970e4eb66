package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AbbreviationsTest {

    private static final List<Flag> FLAGS = List.of(
            Flag.text("F", "", "--file", "-f"),
            Flag.alone("", "--force-string"),
            Flag.text("E", "", "--endpoint-name", "-e"),
            Flag.text("N", "", "--name", "-n"),
            Flag.text("N", "", "--name-server"));

    private static List<String> expanded(String... words) {
        return Abbreviations.expanded(List.of(words), FLAGS.stream());
    }

    @Test
    void f4_the_beginning_of_an_option_that_no_other_has_is_that_option() {
        assertThat(expanded("--endpoint", "diabetes", "--fi", "x"))
                .containsExactly("--endpoint-name", "diabetes", "--file", "x");
    }

    @Test
    void what_follows_an_equals_sign_stays() {
        assertThat(expanded("--endp=--fi")).containsExactly("--endpoint-name=--fi");
    }

    @Test
    void an_option_that_is_written_out_is_itself_though_others_begin_so() {
        assertThat(expanded("--name", "--name=x")).containsExactly("--name", "--name=x");
    }

    @Test
    void the_beginning_of_several_options_is_refused_with_their_names() {
        assertThatThrownBy(() -> expanded("--f", "x"))
                .isInstanceOfSatisfying(
                        CommandFailed.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(CommandFailed.USAGE))
                .hasMessageContaining("ambiguous option: --f could match --file, --force-string");
    }

    @Test
    void what_begins_no_option_and_what_is_none_stays_for_others_to_judge() {
        assertThat(expanded("--colour", "-e", "--", "blue")).containsExactly("--colour", "-e", "--", "blue");
        assertThat(Abbreviations.expanded(List.of("--x"), Stream.of())).containsExactly("--x");
    }
}
