package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.CommandLineUnderTest.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a second command is told on an endpoint on which one is under way (reference 2.2: 409). */
class TwoCommandsTest {

    private static final String SCALING = "scale deployment diabetes/blue is under way (job 3)";

    @TempDir
    private Path folder;

    private CommandLineUnderTest line;

    @BeforeEach
    void blue_and_green_serve_and_blue_is_being_scaled() throws Exception {
        line = new CommandLineUnderTest(folder);
        done("ml online-endpoint create -n diabetes");
        done("ml online-deployment create -n blue -e diabetes -f @blue.yml");
        done("ml online-deployment create -n green -e diabetes -f @green.yml");
        line.engine.whenStarted(instance -> {});
        done("ml online-deployment update -n blue -e diabetes --set instance_count=3 --no-wait");
    }

    @AfterEach
    void end() throws Exception {
        line.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ml online-deployment update -n blue -e diabetes --set instance_count=2",
                "ml online-deployment delete -n blue -e diabetes --yes",
                "ml online-endpoint delete -n diabetes --yes"
            })
    void on_the_same_deployment_it_may_be_done_instead(String second) {
        assertThat(line.run(second)).isEqualTo(refused("(UnderWay) name: ", ", or have this done instead by --insist"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ml online-deployment create -n red -e diabetes -f @green.yml",
                "ml online-deployment update -n green -e diabetes --set instance_count=2",
                "ml online-deployment delete -n green -e diabetes --yes"
            })
    void on_another_deployment_it_may_be_done_beside_it(String second) {
        assertThat(line.run(second))
                .isEqualTo(refused("(EndpointBusy) endpoint_name: ", ", or have this done beside it by --insist"));
        line.engine.startsAtOnce();
        done(second + " --insist");
    }

    @Test
    void a_shift_of_traffic_and_another_endpoint_do_not_wait() {
        done("ml online-endpoint update -n diabetes --traffic blue=100");
        done("ml online-endpoint update -n diabetes --mirror-traffic green=10");
        line.engine.startsAtOnce();
        done("ml online-endpoint create -n other");
        done("ml online-deployment create -n blue -e other -f @blue.yml");
    }

    private static Ran refused(String where, String remedy) {
        return new Ran(
                CommandFailed.REFUSED,
                "",
                "ERROR: " + where + SCALING + "\nTo mend it: wait until it has ended" + remedy + "\n");
    }

    private void done(String typed) {
        var ran = line.run(typed);
        assertThat(ran.exitCode()).as("%s: %s", typed, ran.err()).isZero();
    }
}
