package dev.sluice.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.assets.AssetsPage;
import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.shell.ConsoleWindow;
import dev.sluice.console.shell.Theme;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.support.Notice;
import dev.sluice.control.Fleet;
import dev.sluice.control.Job;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AssetsStory {

    private final TestBench desk = new TestBench(new FxThread());

    @Start
    void open_the_window(Stage stage) {
        desk.control.inventory = SampleInventory.full();
        new ConsoleWindow(
                        desk.bench,
                        desk.questions,
                        file -> new Read.Asset(SampleInventory.FLOW.asset().definition(), List.of()),
                        Runnable::run,
                        List.of(AssetsPage.entry(desk.bench)),
                        () -> {})
                .show(stage, Theme.LIGHT);
    }

    @Test
    void a_user_registers_a_model_from_its_file_before_there_is_any_endpoint(FxRobot robot) {
        var console = open(robot, SampleFleets.empty());
        desk.toPick.add(Path.of("churn.yml"));

        console.press("#assets-register");
        console.press("Register");

        assertThat(desk.control.createdAssets)
                .containsExactly(SampleInventory.FLOW.asset().definition());
    }

    @Test
    void a_user_sees_how_far_a_large_model_is_from_any_page_and_cancels_it(FxRobot robot) {
        var console = open(robot, SampleFleets.endpointOnly());
        desk.toPick.add(Path.of("churn.yml"));
        var registered = new CompletableFuture<Outcome>();
        desk.control.outcome = registered;

        console.press("#assets-register").press("Register");
        console.runtimeShows(SampleRegistrations.in(SampleFleets.endpointOnly(), SampleRegistrations.copying()));
        console.keys(KeyCode.CONTROL, KeyCode.DIGIT1);
        await().until(() -> console.text("#status-jobs").contains("2.0 GiB of 8.0 GiB copied"));
        console.press("#status-jobs");
        assertThat(console.text("#job-title")).isEqualTo("Registering model churn:1");
        assertThat(console.text("#job-effect")).isEqualTo("Cancelling removes what was copied; nothing is registered");

        desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Applied(7));
        console.press("#job-cancel");
        assertThat(desk.control.asked).endsWith("cancel 40");
        robot.interact(() -> registered.complete(new Outcome.Refused(
                List.of(Problem.of(Problem.Code.CANCELLED, "", "it was cancelled", "register it again")))));
        console.runtimeShows(SampleRegistrations.in(
                SampleFleets.endpointOnly(), SampleRegistrations.ended(new Job.Result.Cancelled(SampleFleets.NOW))));

        await().until(() -> console.text("#status-jobs").equals("No jobs running"));
        assertThat(console.shows("#job-cancel")).isFalse();
        assertThat(desk.notices.notices())
                .as("who cancels it is told once")
                .singleElement()
                .isInstanceOf(Notice.Done.class);
    }

    @Test
    void a_user_deploys_a_registered_model(FxRobot robot) {
        var console = open(robot, SampleFleets.endpointOnly());

        console.press("churn");
        console.press("#assets-deploy");

        assertThat(console.field("#create-deployment-model")).isEqualTo("azureml:churn:1");
    }

    @Test
    void a_user_types_a_part_of_a_reference_and_chooses_from_what_is_registered(FxRobot robot) {
        var console = open(robot, SampleFleets.endpointOnly());
        console.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);

        try (var warnings = new StyleWarnings()) {
            robot.clickOn("#create-deployment-model").write("azureml:iris@");
            // What fits is looked for in the background, a moment after the last key.
            await().until(() -> robot.lookup("azureml:iris@latest").tryQuery().isPresent());
            robot.clickOn("azureml:iris@latest");
            waitForFxEvents();
            assertThat(warnings.told()).isEmpty();
        }

        assertThat(console.field("#create-deployment-model")).isEqualTo("azureml:iris@latest");
    }

    private ConsoleScreen open(FxRobot robot, Fleet fleet) {
        var console = new ConsoleScreen(robot, desk.control);
        console.runtimeShows(fleet);
        console.keys(KeyCode.CONTROL, KeyCode.DIGIT2);
        waitForFxEvents();
        return console;
    }
}
