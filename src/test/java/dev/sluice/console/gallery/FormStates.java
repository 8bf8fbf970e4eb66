package dev.sluice.console.gallery;

import static javafx.scene.input.KeyCode.COMMA;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.ESCAPE;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.settings.FullDisk;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Problem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/** What the forms and the settings can show when their pages are full, or what they ask for fails. */
final class FormStates {

    private static final String LONG_IMAGE =
            "mcr.microsoft.com/azureml/curated/acpt-pytorch-2.8-cuda12.6-with-a-very-long-name-of-its-own:2026-03-01-nightly";

    private static final Problem TAKEN = Problem.of(
            Problem.Code.ALREADY_EXISTS,
            "name",
            "there is an endpoint diabetes already",
            "give it another name, or delete the other one first");

    static final List<State> ALL = List.of(
            State.of("form-new-endpoint-refused", in -> {
                in.given(TAKEN);
                in.desk.control.outcome = CompletableFuture.completedFuture(new Outcome.Refused(List.of(TAKEN)));
                in.shows(SampleFleets.empty())
                        .press("#shell-new-endpoint")
                        .type("#create-endpoint-name", "diabetes")
                        .press("#create-endpoint-create")
                        .shows(SampleFleets.endpointOnly());
            }),
            State.of(
                    "form-new-deployment-wrong-number",
                    in -> in.shows(SampleFleets.endpointOnly())
                            .press("#overview-first-deployment")
                            .type("#create-deployment-name", "blue")
                            .type("#create-deployment-instances .text-field", "abc")),
            State.of(
                    "form-new-deployment-long-names",
                    in -> in.shows(SampleFleets.endpointOnly())
                            .press("#overview-first-deployment")
                            .type("#create-deployment-name", "progression-gradient-boosted-v01")
                            .type("#create-deployment-model", "/home/ada" + "/a-folder-with-a-long-name".repeat(6))
                            .type("#create-deployment-code", "/home/ada" + "/a-folder-with-a-long-name".repeat(6))
                            .type("#create-deployment-script", "a_scoring_script_with_a_long_name_of_its_own.py")),
            State.of(
                    "form-new-deployment-files-not-there",
                    in -> in.shows(SampleFleets.endpointOnly())
                            .press("#overview-first-deployment")
                            .type("#create-deployment-name", "progression-gradient-boosted-v01")
                            .type("#create-deployment-model", "/nowhere/models/linear.json")
                            .type("#create-deployment-code", "/nowhere/onlinescoring")
                            .press("#create-deployment-create")),
            State.of(
                    "form-new-deployment-discard",
                    in -> in.shows(SampleFleets.endpointOnly())
                            .press("#overview-first-deployment")
                            .type("#create-deployment-name", "olive")
                            .keys(ESCAPE)),
            State.of("form-settings-failed", in -> {
                in.given(FullDisk.REASON);
                settings(in, "mcr.microsoft.com/azureml/*", "python:3.11-slim").press("#settings-save");
            }),
            State.of("form-settings-long-names", in -> {
                in.given(LONG_IMAGE);
                settings(in, LONG_IMAGE, LONG_IMAGE).type("#settings-trial", LONG_IMAGE);
            }));

    private FormStates() {}

    /** A substitution is typed in. */
    private static Showcase settings(Showcase in, String pattern, String image) {
        return in.shows(SampleFleets.split()).keys(CONTROL, COMMA).with("#settings-rows", Node.class, rows -> {
            var fields = Seen.in(rows)
                    .filter(TextField.class::isInstance)
                    .map(TextField.class::cast)
                    .toList();
            fields.get(0).setText(pattern);
            fields.get(1).setText(image);
        });
    }
}
