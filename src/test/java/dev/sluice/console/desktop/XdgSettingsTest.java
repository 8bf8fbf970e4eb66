package dev.sluice.console.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XdgSettingsTest {

    /** What each program's last argument is answered. */
    private final Map<String, String> answers = new HashMap<>();

    private final XdgSettings settings =
            new XdgSettings(line -> Optional.ofNullable(answers.get(line.get(0) + " " + line.get(line.size() - 1))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"(<<uint32 1>>,) | DARK", "(<<uint32 2>>,) | LIGHT"})
    void the_portal_tells_what_is_preferred(String answer, ColorScheme scheme) {
        answers.put("gdbus color-scheme", answer);
        answers.put("gsettings color-scheme", "'prefer-dark'");

        assertThat(settings.colorScheme()).contains(scheme);
    }

    @Test
    void where_the_portal_has_no_preference_gnomes_settings_are_asked_and_then_the_themes_name() {
        answers.put("gdbus color-scheme", "(<<uint32 0>>,)");
        answers.put("gsettings color-scheme", "'default'");
        answers.put("gsettings gtk-theme", "'Adwaita-dark'");
        assertThat(settings.colorScheme()).contains(ColorScheme.DARK);

        answers.put("gsettings color-scheme", "'prefer-light'");
        assertThat(settings.colorScheme()).contains(ColorScheme.LIGHT);
    }

    @Test
    void a_desktop_without_any_of_them_tells_nothing() {
        assertThat(settings.colorScheme()).isEmpty();
    }

    @Test
    void a_notification_is_one_text_whatever_stands_in_it() {
        var asked = new ArrayList<String>();

        new XdgNotifier(line -> {
                    asked.addAll(line);
                    return Optional.empty();
                })
                .tell("it's ready\nnow");

        assertThat(asked).contains("'it\\'s ready now'");
    }

    @Test
    void a_program_that_is_not_there_fails_or_hangs_has_no_output() {
        var programs = new HostPrograms(Duration.ofMillis(300));

        assertThat(programs.output(List.of("echo", "'prefer-dark'"))).contains("'prefer-dark'");
        assertThat(programs.output(List.of("no-such-program-at-all"))).isEmpty();
        assertThat(programs.output(List.of("false"))).isEmpty();
        assertThat(programs.output(List.of("sleep", "60"))).isEmpty();
    }
}
