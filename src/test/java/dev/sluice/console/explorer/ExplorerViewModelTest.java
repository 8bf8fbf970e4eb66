package dev.sluice.console.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import dev.sluice.console.explorer.ExplorerRow.DeploymentRow;
import dev.sluice.console.explorer.ExplorerRow.EndpointRow;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.DeploymentColors;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.StateMark;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ExplorerViewModelTest {

    private final ExplorerViewModel model =
            new ExplorerViewModel(new DeploymentColors(), new SimpleObjectProperty<>(new Selection.Nothing()));

    @Test
    void a_deployment_shows_its_colour_its_state_its_share_and_its_instances() {
        model.show(SampleFleets.split().endpoints());

        var blue = deployments().get(0);
        assertThat(blue.color()).isEqualTo(DeploymentColor.BLUE);
        assertThat(blue.mark()).isEqualTo(StateMark.READY);
        assertThat(blue.share()).isEqualTo("90 %");
        assertThat(blue.shadow()).isEmpty();
        assertThat(blue.children()).hasSize(2);
    }

    @Test
    void the_shadow_is_marked_and_has_no_live_share() {
        model.show(SampleFleets.greenShadow().endpoints());

        var green = deployments().get(1);
        assertThat(green.share()).isEmpty();
        assertThat(green.shadow()).isEqualTo("10 %");
    }

    @Test
    void that_there_is_nothing_is_said_only_once_it_is_known_and_not_of_what_a_filter_hides() {
        assertThat(model.whyEmptyProperty().get()).as("until the first picture").isEmpty();
        model.filterProperty().set("x");
        assertThat(model.whyEmptyProperty().get()).isEmpty();

        model.show(List.of());
        assertThat(model.whyEmptyProperty().get()).isEqualTo("Nothing here yet");

        model.show(SampleFleets.split().endpoints());
        assertThat(model.whyEmptyProperty().get()).isEqualTo("No endpoint or deployment has x in its name");
        model.filterProperty().set("");
        assertThat(model.whyEmptyProperty().get()).isEmpty();
    }

    @Test
    void a_filter_leaves_the_deployments_that_fit_under_their_endpoint() {
        model.show(SampleFleets.crowded().endpoints());

        model.filterProperty().set("Canary");

        assertThat(names()).containsExactly("customer-churn-prediction-eu-prd");
        assertThat(deployments())
                .extracting(row -> row.id().deployment().text())
                .containsExactly("canary-2026-03");
    }

    @Test
    void an_endpoint_that_fits_shows_all_it_has() {
        model.show(SampleFleets.crowded().endpoints());

        model.filterProperty().set(" diab ");

        assertThat(names()).containsExactly("diabetes");
        assertThat(deployments()).hasSize(2);
    }

    private List<String> names() {
        return model.rowsProperty().get().stream().map(row -> row.name().text()).toList();
    }

    private List<DeploymentRow> deployments() {
        EndpointRow first = model.rowsProperty().get().get(0);
        return first.children();
    }
}
