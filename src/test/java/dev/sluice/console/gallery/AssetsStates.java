package dev.sluice.console.gallery;

import static dev.sluice.console.PageFleet.BLUE;

import dev.sluice.console.PageFleet;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.SampleInventory;
import java.util.List;
import javafx.scene.control.TableView;

/** What the page of models and environments can show. */
final class AssetsStates {

    static final List<State> ALL = List.of(
            State.of("assets-empty", in -> in.shows(PageFleet.of(BLUE)).turnTo("assets")),
            State.of(
                    "assets-without-endpoints",
                    in -> in.shows(SampleFleets.empty()).turnTo("assets").registered(SampleInventory.full())),
            State.of("assets-model", in -> {
                full(in);
                in.act(() -> in.find("#assets-table", TableView.class)
                        .getSelectionModel()
                        .select(1));
            }),
            State.of("assets-environment", in -> {
                full(in).press("#assets-environments");
                in.act(() -> in.find("#assets-table", TableView.class)
                        .getSelectionModel()
                        .select(0));
            }),
            State.of(
                    "assets-substitutions",
                    in -> full(in).press("#assets-substitutions-button")
                            .type("#assets-substitution-pattern", "docker:nginx")
                            .type("#assets-substitution-tried", "azureml://registries/hub/models/llama/versions/3")));

    private AssetsStates() {}

    private static Showcase full(Showcase in) {
        return in.shows(PageFleet.of(BLUE)).turnTo("assets").registered(SampleInventory.full());
    }
}
