package dev.sluice.console.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleInventory;
import dev.sluice.console.TestBench;
import dev.sluice.console.support.Notice;
import dev.sluice.control.Inventory;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssetsViewModelTest {

    private final TestBench desk = new TestBench();
    private final AssetsViewModel model = new AssetsViewModel(desk.bench);

    @BeforeEach
    void the_registry_has_something_of_everything() {
        model.show(SampleInventory.full());
    }

    @Test
    void models_are_listed_with_who_uses_them_and_archived_ones_are_hidden() {
        assertThat(model.rows()).extracting(AssetRow::name).containsExactly("churn", "iris", "model-9f86d081884c");
        assertThat(model.rows().get(1).usedBy()).isEqualTo("diabetes/blue, diabetes/green");
        assertThat(model.rows().get(1).size()).isEqualTo("3.0 MiB");
        assertThat(model.summaryProperty().get()).isEqualTo("3 of 4 shown, 1 archived");
    }

    @Test
    void archived_ones_are_shown_when_asked_for_and_say_so() {
        model.archivedTooProperty().set(true);

        assertThat(model.rows()).extracting(AssetRow::type).contains("custom_model, archived");
    }

    @Test
    void environments_have_a_list_of_their_own() {
        model.kindProperty().set(AssetKind.ENVIRONMENT);

        assertThat(model.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.type()).isEqualTo("image and packages"));
    }

    @Test
    void the_filter_looks_at_name_type_and_users() {
        model.filterProperty().set("GREEN");
        assertThat(model.rows()).hasSize(2);

        model.filterProperty().set("mlflow");
        assertThat(model.rows()).extracting(AssetRow::name).containsExactly("churn");

        model.filterProperty().set("zebra");
        assertThat(model.emptyTextProperty().get()).contains("Clear the filter");
    }

    @Test
    void until_the_registry_was_read_nothing_is_said_of_it() {
        var unread = new AssetsViewModel(desk.bench);

        assertThat(unread.emptyTextProperty().get()).isEqualTo("Reading the registry...");
        assertThat(unread.summaryProperty().get()).isEmpty();
    }

    @Test
    void an_empty_registry_says_how_something_gets_into_it() {
        model.show(Inventory.EMPTY);

        assertThat(model.emptyTextProperty().get()).contains("from its YAML file");
    }

    @Test
    void the_chosen_one_stays_chosen_in_a_newer_picture_and_not_when_it_is_gone() {
        choose(1);
        var unused = new Inventory.Held(SampleInventory.USED.asset(), List.of());
        model.show(new Inventory(List.of(unused), List.of()));
        assertThat(model.chosenProperty().get().map(AssetRow::usedBy)).contains("");

        model.show(Inventory.EMPTY);
        assertThat(model.chosenProperty().get()).isEmpty();
    }

    @Test
    void it_is_shown_as_the_yaml_that_registers_it() {
        assertThat(model.yaml(choose(1)))
                .contains("name: iris", "path: /home/ada/models/iris", "type: custom_model", "team: fraud");
    }

    @Test
    void its_reference_is_copied_as_a_deployments_file_says_it() {
        model.copyReference(choose(1));

        assertThat(desk.copied).containsExactly("azureml:iris:2");
    }

    @Test
    void deploying_it_opens_the_form_with_it() {
        var opened = new ArrayList<Asset>();
        desk.bench.jumps().onNewDeployment(opened::add);

        model.deploy(choose(0));

        assertThat(opened).containsExactly(SampleInventory.FLOW.asset());
    }

    @Test
    void archiving_is_undone_by_restoring() {
        model.archiveOrRestore(choose(1));
        model.archivedTooProperty().set(true);
        model.archiveOrRestore(model.rows().stream()
                .filter(row -> row.held().asset().archived())
                .findFirst()
                .orElseThrow());

        assertThat(desk.control.asked).containsExactly("archiveAsset model iris:2", "restoreAsset model iris:1");
        assertThat(desk.notices.notices()).allMatch(Notice.Done.class::isInstance);
    }

    @Test
    void a_command_that_is_under_way_is_said_of_the_one_it_is_about() {
        desk.control.outcome = new CompletableFuture<>();
        model.archiveOrRestore(choose(1));
        assertThat(model.busyProperty().get()).isEqualTo("Archiving...");

        choose(0);
        assertThat(model.busyProperty().get()).isEmpty();
        choose(1);
        assertThat(model.busyProperty().get()).isEqualTo("Archiving...");

        desk.control.outcome.complete(new Outcome.Applied(2));
        assertThat(model.busyProperty().get()).isEmpty();
    }

    @Test
    void a_command_that_fails_is_not_under_way_any_more() {
        desk.control.outcome = new CompletableFuture<>();
        model.delete(choose(0));
        desk.questions.answer(true);
        assertThat(model.busyProperty().get()).isEqualTo("Deleting...");

        desk.control.outcome.completeExceptionally(new IllegalStateException("it has ended"));

        assertThat(model.busyProperty().get()).isEmpty();
    }

    @Test
    void deleting_asks_first_and_says_what_is_lost() {
        model.delete(choose(0));
        var question = desk.questions.openProperty().get().orElseThrow();
        assertThat(question.consequence()).contains("3.0 MiB", "azureml:churn:1");
        assertThat(desk.control.asked).isEmpty();

        desk.questions.answer(true);

        assertThat(desk.control.asked).containsExactly("deleteAsset model churn:1");
    }

    @Test
    void what_a_deployment_needs_is_not_offered_for_deletion_and_says_what_to_do_first() {
        var used = rowOf("iris");

        assertThat(model.canBeDeleted(used)).isFalse();
        assertThat(model.users(used)).contains("diabetes/blue", "delete those deployments first");
        assertThat(model.canBeDeleted(rowOf("churn"))).isTrue();
    }

    private AssetRow rowOf(String name) {
        return model.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private AssetRow choose(int row) {
        var chosen = model.rows().get(row);
        model.choose(Optional.of(chosen));
        return chosen;
    }
}
