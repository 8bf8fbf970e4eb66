package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shell makes of a line, and what it takes over of an answer. */
class ShellsTest {

    @TempDir
    private Path folder;

    private CommandLineUnderTest line;

    @BeforeEach
    void two_deployments_are_there() throws Exception {
        line = new CommandLineUnderTest(folder);
        line.run("ml online-endpoint create -n diabetes");
        line.run("ml online-deployment create -n blue -e diabetes -f @blue.yml --all-traffic");
        line.run("ml online-deployment create -n green -e diabetes -f @green.yml");
    }

    @AfterEach
    void end() throws Exception {
        line.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--traffic \"blue=90 green=10\"",
                "--traffic 'blue=90 green=10'",
                "--traffic blue=90 green=10",
                "--traffic=\"blue=90 green=10\"",
                "-r \"blue=90 green=10\""
            })
    void a3_shares_are_the_same_however_a_shell_parts_them(String traffic) {
        var ran = line.run("ml online-endpoint update -n diabetes " + traffic + " --query traffic -o tsv");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).isEqualTo("90\t10\n");
    }

    @Test
    void d4_credentials_have_the_clouds_names_and_a_single_one_is_bare_for_a_script_to_take() {
        var all = line.run("ml online-endpoint get-credentials -n diabetes");
        var primary = line.run("ml online-endpoint get-credentials -n diabetes -o tsv --query primaryKey");

        assertThat(all.out()).containsSubsequence("\"primaryKey\": \"", "\"secondaryKey\": \"");
        assertThat(primary.out()).matches("[^\"\\s]+\n");
        assertThat(all.out()).contains("\"primaryKey\": \"" + primary.out().strip() + "\"");
    }
}
