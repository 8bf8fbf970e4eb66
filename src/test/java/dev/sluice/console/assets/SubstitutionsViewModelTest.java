package dev.sluice.console.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleInventory;
import dev.sluice.console.TestBench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubstitutionsViewModelTest {

    private final TestBench desk = new TestBench();
    private final SubstitutionsViewModel model = new SubstitutionsViewModel(desk.bench);

    @BeforeEach
    void there_are_two() {
        model.show(SampleInventory.full());
    }

    @Test
    void what_was_typed_is_added_at_the_end() {
        model.patternProperty().set("azureml:/subscriptions/*");
        model.referenceProperty().set(" azureml:iris:2 ");

        model.add();

        assertThat(desk.control.asked)
                .singleElement()
                .asString()
                .endsWith("=azureml:iris:2 azureml:/subscriptions/*=azureml:iris:2");
        assertThat(model.patternProperty().get()).isEmpty();
    }

    @Test
    void what_matches_nothing_of_the_cloud_or_names_nothing_local_is_not_added() {
        model.patternProperty().set("docker:nginx");
        model.referenceProperty().set("azureml:iris:2");
        assertThat(model.problem().get()).contains("azureml://registries/");

        model.patternProperty().set("azureml://registries/*");
        model.referenceProperty().set("azureml://registries/azureml/models/iris");
        assertThat(model.problem().get()).contains("azureml:<name>:<version>");

        model.add();
        assertThat(desk.control.asked).isEmpty();
    }

    @Test
    void one_is_removed_and_another_moved_up() {
        model.raise(model.rows().get(1));
        model.remove(model.rows().get(0));

        assertThat(desk.control.asked.get(0)).startsWith("substituteAssets azureml://registries/*/models/*");
        assertThat(desk.control.asked.get(1))
                .isEqualTo("substituteAssets azureml://registries/*/models/*=azureml:iris:2");
    }

    @Test
    void a_reference_can_be_tried() {
        model.triedProperty().set("azureml://registries/hub/models/llama/versions/3");
        assertThat(model.verdict().get()).isEqualTo("becomes azureml:iris:2");

        model.triedProperty().set("azureml://registries/hub/environments/torch/versions/3");
        assertThat(model.verdict().get()).contains("refused");
    }
}
