package dev.sluice.console.gallery;

import dev.sluice.console.PageSamples;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.support.code.CodeEditor;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Problem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** What the pages of an endpoint and of a deployment can show. */
final class OverviewStates {

    private static final Outcome UNDER_WAY = new Outcome.Refused(List.of(Problem.of(
            Problem.Code.UNDER_WAY,
            "name",
            "update deployment diabetes/blue is under way (job 7)",
            "wait until it has ended, or cancel it")));

    private static final Problem NOT_READY = Problem.of(
            Problem.Code.TRAFFIC_NOT_READY,
            "traffic.green",
            "green is not ready: its requests would fail",
            "wait until it has succeeded");

    static final List<State> ALL = States.commonAnd(
            "overview",
            State.of(
                    "overview-deployment-twenty-instances",
                    in -> in.shows(SampleFleets.wide()).choose("blue")),
            State.of(
                    "overview-deployment-long-names",
                    in -> in.shows(SampleFleets.longNames()).choose("progression-gradient-boosted-v00")),
            State.of(
                    "overview-deployment-loading",
                    in -> below(
                            in.slow().shows(SampleFleets.collecting()).choose("blue"), "#overview-deployment-scroll")),
            State.of(
                    "overview-deployment-runtime-gone",
                    in -> in.shows(SampleFleets.split()).choose("blue").alone()),
            State.of(
                    "overview-runtime-gone",
                    in -> in.shows(SampleFleets.split())
                            .alone()
                            .unable("the runtime has ended")
                            .press("#overview-reveal")),
            State.of("overview-endpoint-only", in -> in.shows(SampleFleets.endpointOnly())),
            State.of(
                    "overview-creating", in -> in.shows(SampleFleets.creating()).choose("blue")),
            State.of("overview-shadow", in -> in.shows(SampleFleets.greenShadow())),
            State.of(
                    "overview-endpoint-below",
                    in -> below(in.shows(SampleFleets.split()), "#overview-endpoint-scroll")),
            State.of("overview-keys-shown", in -> in.shows(SampleFleets.split()).press("#overview-reveal")),
            State.of(
                    "overview-regenerate-question",
                    in -> in.shows(SampleFleets.split()).press("#overview-regenerate-primary")),
            State.of(
                    "overview-delete-question",
                    in -> in.shows(SampleFleets.split()).press("#overview-delete")),
            State.of(
                    "overview-delete-question-with-traffic",
                    in -> in.shows(SampleFleets.split())
                            .measured(PageSamples.fiveMinutes(SampleFleets.NOW))
                            .press("#overview-delete")),
            State.of("overview-consume", in -> in.shows(SampleFleets.split()).press("#overview-section-consume")),
            State.of(
                    "overview-consume-java",
                    in -> in.shows(SampleFleets.split())
                            .press("#overview-section-consume")
                            .with(
                                    "#consume-language",
                                    ComboBox.class,
                                    box -> box.getSelectionModel().select(2))),
            State.of("overview-yaml", in -> in.shows(SampleFleets.greenShadow()).press("#overview-section-yaml")),
            State.of(
                    "overview-yaml-suggestions",
                    in -> edited(in, "auth_mode: key", "auth_mode: ")
                            .with("#yaml-editor", CodeEditor.class, OverviewStates::goToEndOfMode)
                            .keys(KeyCode.CONTROL, KeyCode.SPACE)
                            .until(() -> !in.others().isEmpty())),
            State.of("overview-yaml-wrong", in -> edited(in.given("traffic.gren"), "blue: 100", "blue: 90\n  gren: 5")),
            State.of("overview-yaml-review", in -> reviewed(in)),
            State.of("overview-yaml-applying", in -> reviewed(in).busy().press("#yaml-apply")),
            State.of(
                    "overview-yaml-refused",
                    in -> reviewed(in).refusing(NOT_READY).press("#yaml-apply")),
            State.of(
                    "overview-yaml-overtaken",
                    in -> edited(in, "auth_mode: key", "auth_mode: aml_token").shows(SampleFleets.split())),
            State.of("overview-deployment", in -> in.shows(SampleFleets.split()).choose("blue")),
            State.of(
                    "overview-deployment-scaling",
                    in -> in.shows(SampleFleets.split())
                            .choose("blue")
                            .with("#overview-wanted", Spinner.class, wanted -> wanted.increment(2))
                            .with(
                                    "#overview-instances",
                                    TableView.class,
                                    table -> table.getSelectionModel().select(0))),
            State.of(
                    "overview-deployment-wrong-number",
                    in -> in.shows(SampleFleets.split()).choose("blue").type("#overview-wanted .text-field", "abc")),
            State.of(
                    "overview-deployment-under-way-question",
                    in -> in.shows(SampleFleets.split())
                            .choose("blue")
                            .act(() -> in.desk.control.outcome = CompletableFuture.completedFuture(UNDER_WAY))
                            .press("#overview-redeploy")),
            State.of(
                    "overview-deployment-below",
                    in -> below(in.shows(SampleFleets.split()).choose("blue"), "#overview-deployment-scroll")),
            State.of(
                    "overview-deployment-collecting",
                    in -> below(in.shows(SampleFleets.collecting()).choose("blue"), "#overview-deployment-scroll")),
            State.of(
                    "overview-deployment-yaml",
                    in -> in.shows(SampleFleets.split()).choose("blue").press("#overview-section-yaml")),
            State.of(
                    "overview-updating",
                    in -> in.shows(SampleFleets.greenUpdating()).choose("green")),
            State.of(
                    "overview-update-failed",
                    in -> in.shows(SampleFleets.greenUpdateFailed()).choose("green")),
            State.of(
                    "overview-failed",
                    in -> in.shows(SampleFleets.greenFailed()).choose("green")),
            State.of("overview-crowded", in -> in.shows(SampleFleets.crowded())));

    private OverviewStates() {}

    private static Showcase edited(Showcase in, String from, String to) {
        return in.shows(SampleFleets.greenShadow())
                .press("#overview-section-yaml")
                .with(
                        "#yaml-editor",
                        CodeEditor.class,
                        editor -> editor.setText(editor.getText().replace(from, to)));
    }

    private static Showcase reviewed(Showcase in) {
        return edited(in, "blue: 100\nmirror_traffic:\n  green: 10\n", "blue: 90\n  green: 10\nmirror_traffic: {}\n")
                .press("#yaml-review");
    }

    private static void goToEndOfMode(CodeEditor editor) {
        editor.requestFocus();
        var before = editor.getText().substring(0, editor.getText().indexOf("auth_mode: "));
        editor.goTo((int) before.lines().count() + 1, "auth_mode: ".length() + 1);
    }

    private static Showcase below(Showcase in, String page) {
        return in.with(page, ScrollPane.class, pane -> pane.setVvalue(1));
    }
}
