package dev.sluice.control;

import static dev.sluice.domain.SampleSpecs.BLUE;
import static dev.sluice.domain.SampleSpecs.DIABETES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.sluice.control.RolloutControl.InitialTraffic;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Activity;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.Deed;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Substitution;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The registry: versions come, are found, hidden and go, and never change. */
@ParameterizedClass
@EnumSource
class AssetsTest extends AssetsContract {

    @Test
    void e4_other_content_under_a_registered_name_and_version_is_refused_and_the_first_stays() throws Exception {
        create(model("iris", "1"));
        Files.writeString(file, "other");

        assertThat(refusal(runtime.control.createAsset(model("iris", "1"))).code())
                .isEqualTo(Problem.Code.ALREADY_EXISTS);
        up(referring("azureml:iris:1"));
        assertThat(engine.started().get(0).files().models().resolve("iris.pkl")).hasContent("weights");
    }

    @Test
    void an_asset_in_use_cannot_be_deleted_and_its_users_are_named() throws Exception {
        up(inline("iris", "1"));

        assertThat(refusal(runtime.control.deleteAsset(IRIS)).message()).contains("used by diabetes/blue");
        assertThat(inventory().asset(IRIS)).isPresent();
    }

    @Test
    void n1_assets_remain_when_the_endpoint_is_deleted_and_can_be_deleted_then() throws Exception {
        up(inline("iris", "1"));
        runtime.ask(runtime.control.deleteEndpoint(DIABETES));
        await().until(() -> runtime.fleet().endpoints().isEmpty());

        assertThat(usersOf(IRIS)).isEmpty();
        assertThat(runtime.ask(runtime.control.deleteAsset(IRIS))).isInstanceOf(Outcome.Registered.class);
        assertThat(inventory().of(AssetKind.MODEL)).isEmpty();
        assertThat(folder.resolve("home/assets/models")).isEmptyDirectory();
    }

    @Test
    void an_archived_version_is_not_the_latest_until_it_is_restored() throws Exception {
        create(model("iris", "1"));
        runtime.ask(runtime.control.archiveAsset(IRIS));

        assertThat(refusal(runtime.control.createDeployment(referring("azureml:iris"), InitialTraffic.NONE))
                        .message())
                .contains("archived");
        runtime.ask(runtime.control.restoreAsset(IRIS));
        up(referring("azureml:iris"));
    }

    @Test
    void the_registry_outlives_the_program_and_a_deployment_goes_on_with_what_it_was_made_of() throws Exception {
        up(inline("", ""));
        runtime.ask(runtime.control.substituteAssets(List.of(new Substitution("azureml:/*", "azureml:iris"))));
        var before = inventory();
        Files.delete(file);

        restart(engine);

        assertThat(inventory()).isEqualTo(before);
        runtime.ask(runtime.control.scale(BLUE, 2));
        await().until(() -> engine.started().size() == 2);
    }

    @Test
    void the_same_content_again_is_no_error_and_may_say_other_labels() throws Exception {
        create(model("iris", "1"));
        var described = new ModelDefinition(
                "iris", "1", ModelType.CUSTOM, file.toString(), Labels.of("the best", Map.of()), CloudKeys.NONE);

        assertThat(create(described)).isEqualTo(new Outcome.Registered(IRIS));
        assertThat(inventory()
                        .asset(IRIS)
                        .orElseThrow()
                        .asset()
                        .definition()
                        .labels()
                        .description())
                .isEqualTo("the best");
    }

    @Test
    void labels_are_said_anew_without_the_files_that_a_version_came_from() throws Exception {
        create(model("iris", "1"));
        Files.delete(file);

        var outcome = runtime.ask(runtime.control.relabelAsset(IRIS, Labels.of("the best", Map.of("team", "a"))));

        assertThat(outcome).isEqualTo(new Outcome.Registered(IRIS));
        assertThat(inventory().asset(IRIS).orElseThrow().asset().definition().labels())
                .isEqualTo(Labels.of("the best", Map.of("team", "a")));
        assertThat(refusal(runtime.control.relabelAsset(new AssetId(AssetKind.MODEL, "iris", "7"), Labels.NONE))
                        .code())
                .isEqualTo(Problem.Code.NOT_FOUND);
    }

    @Test
    void every_command_stands_in_the_journal_also_what_was_refused() throws Exception {
        create(model("iris", "1"));
        refusal(runtime.control.createAsset(model("no name", "1")));
        runtime.ask(runtime.control.archiveAsset(IRIS));
        runtime.ask(runtime.control.deleteAsset(IRIS));

        var told = new CopyOnWriteArrayList<Activity>();
        try (var watch = runtime.control.watchActivity(4, told::add)) {
            assertThat(watch).isNotNull();
            await().until(() -> told.size() == 4);
        }

        assertThat(told)
                .extracting(
                        entry -> entry.deed().kind(),
                        entry -> entry.deed().target().toString())
                .containsExactly(
                        tuple(Deed.Kind.CREATE_ASSET, "model iris:1"),
                        tuple(Deed.Kind.CREATE_ASSET, "model no name:1"),
                        tuple(Deed.Kind.ARCHIVE_ASSET, "model iris:1"),
                        tuple(Deed.Kind.DELETE_ASSET, "model iris:1"));
    }
}
