package dev.sluice.console.gallery;

import static dev.sluice.console.PageFleet.BLUE;

import dev.sluice.console.PageFleet;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.SampleInventory;
import dev.sluice.control.Fleet;
import dev.sluice.domain.Sentence;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.TableView;

/** What the page of models and environments can show. */
final class AssetsStates {

    static final List<State> ALL = List.of(
            State.of("assets-one", in -> modelOfEach(in, SampleFleets.blueLive())),
            State.of("assets-twenty", in -> modelOfEach(in, SampleFleets.twenty())),
            State.of("assets-long-names", in -> {
                modelOfEach(in, SampleFleets.longNames());
                choose(in, 0);
            }),
            State.of("assets-loading", in -> in.slow().shows(PageFleet.of(BLUE)).turnTo("assets")),
            State.of("assets-busy", in -> {
                in.desk.control.outcome = new CompletableFuture<>();
                full(in);
                choose(in, 1);
                in.press("#assets-archive");
            }),
            State.of("assets-failed", in -> {
                var reason = "the registry's file /home/ada/.sluice/registry could not be written";
                in.given(Sentence.of(reason)).given("iris:2");
                in.desk.control.outcome = CompletableFuture.failedFuture(new IllegalStateException(reason));
                full(in);
                choose(in, 1);
                in.press("#assets-archive");
            }),
            State.of("assets-runtime-gone", in -> full(in).alone()),
            State.of("assets-empty", in -> in.shows(PageFleet.of(BLUE)).turnTo("assets")),
            State.of(
                    "assets-without-endpoints",
                    in -> in.shows(SampleFleets.empty()).turnTo("assets").registered(SampleInventory.full())),
            State.of("assets-model", in -> {
                full(in);
                choose(in, 1);
            }),
            State.of("assets-environment", in -> {
                full(in).press("#assets-environments");
                choose(in, 0);
            }),
            State.of(
                    "assets-substitutions",
                    in -> full(in).press("#assets-substitutions-button")
                            .type("#assets-substitution-pattern", "docker:nginx")
                            .type("#assets-substitution-tried", "azureml://registries/hub/models/llama/versions/3")));

    private AssetsStates() {}

    private static void choose(Showcase in, int row) {
        in.with(
                "#assets-table",
                TableView.class,
                table -> table.getSelectionModel().select(row));
    }

    private static void modelOfEach(Showcase in, Fleet fleet) {
        in.shows(fleet).turnTo("assets").registered(SampleInventory.of(fleet));
    }

    private static Showcase full(Showcase in) {
        return in.shows(PageFleet.of(BLUE)).turnTo("assets").registered(SampleInventory.full());
    }
}
