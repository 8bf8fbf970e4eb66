package dev.sluice.console.gallery;

import static javafx.scene.input.KeyCode.COMMA;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.F1;
import static javafx.scene.input.KeyCode.K;
import static javafx.scene.input.KeyCode.O;
import static javafx.scene.input.KeyCode.SHIFT;

import dev.sluice.console.HalfDone;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.SampleInventory;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextField;

/** What the window's frame can show, with its forms and notices. */
final class ShellStates {

    static final List<State> ALL = List.of(
            State.of("shell-loading", in -> {}),
            State.of("shell-welcome", in -> in.shows(SampleFleets.empty())),
            State.of(
                    "shell-new-endpoint",
                    in -> in.shows(SampleFleets.empty())
                            .press("#shell-new-endpoint")
                            .type("#create-endpoint-name", "9-churn")),
            State.of(
                    "shell-new-deployment",
                    in -> in.shows(SampleFleets.endpointOnly()).press("#overview-first-deployment")),
            State.of("shell-new-deployment-from-yaml", in -> {
                in.desk.toPick.add(Path.of("blue-deployment.yml"));
                in.shows(SampleFleets.endpointOnly()).press("#shell-open");
            }),
            State.of(
                    "shell-no-docker-again",
                    in -> in.shows(SampleFleets.empty()).press(".engine-again")),
            State.of("shell-engine", in -> in.shows(SampleFleets.split()).press("#status-engine")),
            State.of("shell-docker", in -> in.shows(docker(SampleFleets.split())))
                    .upon(Setting.DOCKER),
            State.of(
                            "shell-engine-looking",
                            in -> in.shows(SampleFleets.split())
                                    .press("#status-engine")
                                    .press(".engine-again"))
                    .upon(Setting.LOOKING),
            State.of("shell-guest", in -> in.shows(docker(SampleFleets.split())))
                    .upon(Setting.GUEST),
            State.of(
                            "shell-guest-silent",
                            in -> in.shows(docker(SampleFleets.split())).unheard())
                    .upon(Setting.GUEST),
            State.of(
                            "shell-guest-gone",
                            in -> in.shows(docker(SampleFleets.split())).alone())
                    .upon(Setting.GUEST),
            State.of("shell-folder", ShellStates::folder),
            State.of("shell-palette", in -> in.shows(SampleFleets.crowded()).keys(CONTROL, K)),
            State.of(
                    "shell-palette-typed",
                    in -> in.shows(SampleFleets.crowded()).keys(CONTROL, K).type("#palette-field", "blue")),
            State.of(
                    "shell-palette-deeds",
                    in -> in.shows(SampleFleets.split()).keys(CONTROL, K).type("#palette-field", "delete")),
            State.of(
                    "shell-palette-nothing",
                    in -> in.shows(SampleFleets.split()).keys(CONTROL, K).type("#palette-field", "xyzzy")),
            State.of(
                    "shell-keys",
                    in -> in.shows(SampleFleets.split()).turnTo("traffic").keys(F1)),
            State.of(
                    "shell-likeness",
                    in -> in.shows(SampleFleets.split())
                            .keys(CONTROL, K)
                            .type("#palette-field", Messages.of("menu.likeness").replace("_", ""))
                            .keys(ENTER)
                            .type("#likeness-filter", "probe")),
            State.of(
                    "shell-settings",
                    in -> in.shows(SampleFleets.split())
                            .keys(CONTROL, COMMA)
                            .type("#settings-rows .text-field", "mcr.microsoft.com/azureml/*")
                            .type("#settings-profiles .text-field", "Standard_DS5_v2")
                            .type(
                                    "#settings-trial",
                                    "mcr.microsoft.com/azureml/minimal-ubuntu22.04-py39-cpu-inference:latest")),
            State.of(
                    "shell-menu-with-settings",
                    in -> in.shows(SampleFleets.split())
                            .with(
                                    "#shell-menu",
                                    MenuBar.class,
                                    bar -> bar.getMenus().get(0).show())),
            State.of("shell-new-deployment-suggestions", ShellStates::suggestions),
            State.of("shell-filtered", in -> in.shows(SampleFleets.crowded()).type("#explorer-filter", "purple")),
            State.of(
                    "shell-leaving",
                    in -> in.shows(SampleFleets.split())
                            .act(() -> in.desk.bench.errands().begin(new HalfDone(in.desk.bench.errands())))
                            .closes()),
            State.of("shell-gone", in -> in.shows(SampleFleets.split()).alone()),
            State.of("shell-notices", in -> in.shows(SampleFleets.crowded()).act(() -> fail(in))),
            State.of(
                    "shell-notices-many",
                    in -> in.shows(SampleFleets.crowded()).act(() -> {
                        fail(in);
                        refuse(in);
                    })));

    private ShellStates() {}

    private static Fleet docker(Fleet fleet) {
        var runtime = new Fleet.Runtime("docker", "Docker 20.10.24", "", 8420, 8421);
        return new Fleet(fleet.revision(), runtime, fleet.endpoints(), fleet.jobs());
    }

    /** What is registered is proposed while a part of a reference is typed. */
    private static void suggestions(Showcase in) {
        in.given(SampleInventory.full());
        in.desk.control.inventory = SampleInventory.full();
        in.shows(SampleFleets.endpointOnly())
                .press("#overview-first-deployment")
                .with("#create-deployment-model", TextField.class, TextField::requestFocus)
                .type("#create-deployment-model", "azureml:iris")
                .until(() -> !in.others().isEmpty());
    }

    private static void folder(Showcase in) {
        try {
            var folder = Files.createTempDirectory("folder");
            for (var file : List.of("blue-deployment.yml", "green-deployment.yml")) {
                Files.writeString(folder.resolve(file), "");
            }
            in.desk.toPick.add(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        in.shows(SampleFleets.endpointOnly()).keys(CONTROL, SHIFT, O);
    }

    private static void refuse(Showcase in) {
        var problems = IntStream.rangeClosed(1, 7)
                .mapToObj(line -> Problem.of(
                                Problem.Code.UNKNOWN_KEY,
                                "code_configuration.scoring_script",
                                "There is no file at /home/me/models/v9/score_%d.py".formatted(line),
                                "put it there, or correct the path; relative paths start from this file's folder")
                        .at(new Place("/home/me/models/blue-deployment.yml", line, 3)))
                .toList();
        problems.forEach(in::given);
        in.given("blue-deployment.yml cannot be used yet");
        in.desk.notices.refused("blue-deployment.yml cannot be used yet", problems);
    }

    private static void fail(Showcase in) {
        var problem = Problem.of(
                        Problem.Code.TRAFFIC_TOTAL,
                        "traffic",
                        "the shares must add up to 0 or 100; they add up to 90",
                        "give the remaining 10 % to one of the deployments")
                .at(new Place("endpoint.yml", 4, 3));
        var failure = new IllegalStateException("the store is locked by another program");
        in.given(problem).given(failure).given("The traffic was not changed; diabetes/blue was not scaled");
        in.desk.notices.refused("The traffic was not changed", List.of(problem));
        in.desk.notices.failed("diabetes/blue was not scaled", failure);
    }
}
