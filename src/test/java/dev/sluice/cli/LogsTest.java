package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

    private static final String LOGS = "ml online-deployment get-logs -n blue -e diabetes";

    @TempDir
    private Path folder;

    private CommandLineUnderTest line;

    @BeforeEach
    void an_endpoint_is_there() throws Exception {
        line = new CommandLineUnderTest(folder);
        line.run("ml online-endpoint create -n diabetes");
        line.engine.whenStarted(instance -> {
            instance.log("one");
            instance.log("two");
            instance.log("three");
            instance.listen();
        });
    }

    @AfterEach
    void end() throws Exception {
        line.close();
    }

    private void create(int instances) {
        line.run("ml online-deployment create -n blue -e diabetes -f @blue.yml --set instance_count=" + instances);
    }

    @Test
    void o3_the_log_is_printed_as_it_is() {
        create(1);

        assertThat(line.run(LOGS).out()).isEqualTo("one\ntwo\nthree\n");
        assertThat(line.run(LOGS + " -o json").out()).isEqualTo("one\ntwo\nthree\n");
    }

    @Test
    void o3_a_log_has_no_columns_whatever_form_is_asked_for() {
        create(1);

        for (var form : List.of("json", "yaml", "table", "tsv")) {
            assertThat(line.run(LOGS + " -o " + form).out()).as(form).isEqualTo("one\ntwo\nthree\n");
        }
    }

    @Test
    void o3_no_more_lines_are_printed_than_were_asked_for() {
        create(1);

        assertThat(line.run(LOGS + " --lines 2").out()).isEqualTo("two\nthree\n");
    }

    @Test
    void o3_m5_a_deployment_that_is_deleted_has_no_log_any_more() {
        create(1);
        line.run("ml online-deployment delete -n blue -e diabetes --yes");

        var ran = line.run(LOGS);

        assertThat(ran.exitCode()).isEqualTo(CommandFailed.NOT_FOUND);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("endpoint diabetes has no deployment called blue");
    }

    @Test
    void each_of_several_instances_has_a_heading() {
        create(2);

        assertThat(line.run(LOGS + " -l 1").out()).matches("--- instance .+ ---\nthree\n--- instance .+ ---\nthree\n");
    }

    @Test
    void o3_the_storage_initializer_tells_how_the_files_came() {
        create(1);

        var ran = line.run(LOGS + " -c storage-initializer");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains(" unpack - took ")
                .contains(" environment - preparing ")
                .contains("\nmade of model model-")
                .doesNotContain("three");
    }
}
