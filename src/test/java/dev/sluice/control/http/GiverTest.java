package dev.sluice.control.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.control.http.Giver.Manner;
import dev.sluice.domain.Actor.Face;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who gives a command, as it travels in header fields. */
class GiverTest {

    @Test
    void who_gives_a_command_arrives_as_it_was_sent_whatever_the_reason_says() throws Exception {
        for (var reason : new String[] {"", "first release", "50 % + „täglich“ &=#", "\u0001\t  two  lines\n"}) {
            var sent = new Giver(Face.CONSOLE, reason, Set.of(Manner.values()));

            var fields = sent.fields();

            assertThat(fields.values()).allMatch(value -> value.matches("[ -~]*"));
            assertThat(Giver.read(name -> fields.getOrDefault(name, ""))).isEqualTo(sent);
        }
    }

    @Test
    void a_script_that_says_nothing_about_itself_is_a_command_line_without_demands() throws Exception {
        assertThat(Giver.read(name -> "")).isEqualTo(new Giver(Face.CLI, "", Set.of()));
    }

    @Test
    void a_plus_in_a_reason_is_a_plus() throws Exception {
        assertThat(Giver.read(name -> Map.of(Giver.REASON, "blue+green").getOrDefault(name, ""))
                        .reason())
                .isEqualTo("blue+green");
    }

    @Test
    void nobody_from_outside_is_the_runtime_itself() {
        assertThatThrownBy(() -> new Giver(Face.SYSTEM, "", Set.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
