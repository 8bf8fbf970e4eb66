package dev.sluice.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.shell.ConsoleWindow;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.PageEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A user's way through the window's frame, with a runtime that tells what the story needs. */
@ExtendWith(ApplicationExtension.class)
class ConsoleStory {

    private final TestBench desk = new TestBench(new FxThread());
    private final BlankPage traffic = new BlankPage();
    private final List<String> samples = new ArrayList<>();
    private Stage stage;
    private ConsoleScreen console;

    @Start
    void open_the_window(Stage given) {
        stage = given;
        new ConsoleWindow(
                        desk.bench,
                        desk.questions,
                        file -> new Read.Deployment(BlueOnDisk.spec(), List.of()),
                        Runnable::run,
                        List.of(new PageEntry("traffic", "overview.title", () -> traffic)),
                        () -> samples.add("sample"))
                .show(stage, Theme.LIGHT);
    }

    @BeforeEach
    void know_the_window(FxRobot robot) {
        console = new ConsoleScreen(robot, desk.control);
    }

    @Test
    void until_the_runtime_is_heard_of_the_window_says_what_it_waits_for_and_nothing_else() {
        assertThat(console.shows("#shell-loading")).isTrue();
        assertThat(console.shows("#status-engine")).isFalse();
        assertThat(console.text("#explorer-nothing")).isEmpty();

        console.runtimeShows(SampleFleets.empty());

        assertThat(console.shows("#shell-loading")).isFalse();
        assertThat(console.shows("#status-engine")).isTrue();
        assertThat(console.text("#explorer-nothing")).isEqualTo("Nothing here yet");
    }

    @Test
    void a_new_user_is_welcomed_and_can_try_the_sample() {
        console.runtimeShows(SampleFleets.empty());
        assertThat(console.shows("#welcome")).isTrue();

        console.press("Try the sample rollout");

        assertThat(samples).containsExactly("sample");
    }

    @Test
    void a_user_creates_an_endpoint_with_the_keyboard_alone() {
        console.runtimeShows(SampleFleets.empty()).keys(KeyCode.CONTROL, KeyCode.N);

        console.type("9-diabetes");
        assertThat(console.text("#create-endpoint-name-problem")).contains("a letter first");
        assertThat(console.isOffered("#create-endpoint-create")).isFalse();

        console.keys(KeyCode.CONTROL, KeyCode.A).type("diabetes").keys(KeyCode.ENTER);
        assertThat(desk.control.asked).containsExactly("createEndpoint diabetes key");
        assertThat(console.shows("#create-endpoint")).isFalse();

        console.runtimeShows(SampleFleets.endpointOnly());
        assertThat(console.title()).isEqualTo("diabetes");
        assertThat(console.field("#overview-uri")).endsWith("/endpoints/diabetes/score");
    }

    @Test
    void a_user_deploys_blue_from_its_file_and_watches_it_come_up() {
        desk.toPick.add(Path.of("blue-deployment.yml"));
        console.runtimeShows(SampleFleets.endpointOnly()).press("#shell-open");
        assertThat(console.field("#create-deployment-name")).isEqualTo("blue");

        console.press("#create-deployment-all-traffic").press("Create deployment blue");
        assertThat(desk.control.asked).containsExactly("createDeployment diabetes/blue ALL");

        console.runtimeShows(SampleFleets.creating());
        assertThat(console.title()).isEqualTo("diabetes / blue");
        assertThat(console.state()).isEqualTo("Creating");
        assertThat(console.text("#overview-last-line")).contains("pip install");
        assertThat(console.text("#status-jobs")).contains("Environment");

        console.runtimeShows(SampleFleets.blueLive());
        assertThat(console.state()).isEqualTo("Ready");
        assertThat(console.shows("#overview-progress")).isFalse();
    }

    @Test
    void a_user_reads_why_green_failed_and_deletes_it() {
        console.runtimeShows(SampleFleets.greenFailed()).choose("green");
        assertThat(console.block("#overview-trace")).contains("FileNotFoundError");

        console.press("#overview-delete-failed").press("Delete green");

        assertThat(desk.control.asked).containsExactly("deleteDeployment diabetes/green");
        assertThat(console.shows("#question")).isFalse();
    }

    @Test
    void enter_does_not_delete_what_a_question_asks_about() {
        console.runtimeShows(SampleFleets.greenFailed()).choose("green");

        console.press("#overview-delete-failed").keys(KeyCode.ENTER);

        assertThat(desk.control.asked).isEmpty();
        assertThat(console.shows("#question")).isFalse();
    }

    @Test
    void a_page_that_nobody_sees_is_closed_and_kept_unseen() {
        console.runtimeShows(SampleFleets.split()).keys(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(traffic.node().getParent().isVisible()).isTrue();

        console.keys(KeyCode.CONTROL, KeyCode.DIGIT1);

        assertThat(traffic.told)
                .startsWith("open OfEndpoint[endpoint=diabetes]")
                .endsWith("close");
        assertThat(traffic.node().getScene()).isNotNull();
        assertThat(traffic.node().getParent().isVisible()).isFalse();
    }

    @Test
    void a_user_switches_to_the_dark_theme_and_back() {
        console.press("#shell-theme");
        assertThat(Application.getUserAgentStylesheet()).contains("dark");

        console.press("#shell-theme");
        assertThat(Application.getUserAgentStylesheet()).contains("light");
    }

    @Test
    void pages_that_nobody_sees_are_given_their_new_looks_when_they_are_turned_to() {
        console.runtimeShows(SampleFleets.split()).keys(KeyCode.CONTROL, KeyCode.DIGIT2);
        console.keys(KeyCode.CONTROL, KeyCode.DIGIT1);

        console.press("#shell-theme");
        assertThat(traffic.node().getScene()).isNull();

        console.keys(KeyCode.CONTROL, KeyCode.DIGIT2).press("#shell-theme");
        assertThat(traffic.node().getParent().isVisible()).isTrue();
    }

    @Test
    void closing_the_window_ends_what_it_follows(FxRobot robot) {
        console.runtimeShows(SampleFleets.split()).keys(KeyCode.CONTROL, KeyCode.DIGIT2);

        robot.interact(stage::hide);

        assertThat(desk.control.fleetWatchers).isEmpty();
        assertThat(traffic.told).endsWith("close");
    }
}
