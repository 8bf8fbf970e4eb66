package dev.sluice.console.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleInventory;
import dev.sluice.console.TestBench;
import dev.sluice.domain.AssetKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferenceSuggestionsTest {

    private final TestBench desk = new TestBench();
    private ReferenceSuggestions suggestions;

    @BeforeEach
    void the_form_is_opened() {
        desk.control.inventory = SampleInventory.full();
        suggestions = new ReferenceSuggestions(desk.bench);
    }

    @Test
    void a_part_of_a_name_is_completed_newest_first_without_archived_and_made_up_ones() {
        assertThat(suggestions.of(AssetKind.MODEL, "azureml:"))
                .containsExactly("azureml:churn:1", "azureml:churn@latest", "azureml:iris:2", "azureml:iris@latest");
        assertThat(suggestions.of(AssetKind.ENVIRONMENT, "SKL"))
                .containsExactly("azureml:sklearn:3", "azureml:sklearn@latest");
    }

    @Test
    void a_path_a_letter_or_a_whole_reference_is_left_alone() {
        assertThat(suggestions.of(AssetKind.MODEL, "/home/ada/models")).isEmpty();
        assertThat(suggestions.of(AssetKind.MODEL, "i")).isEmpty();
        assertThat(suggestions.of(AssetKind.MODEL, "azureml:iris:2")).isEmpty();
    }
}
