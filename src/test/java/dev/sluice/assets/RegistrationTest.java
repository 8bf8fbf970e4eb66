package dev.sluice.assets;

import static dev.sluice.assets.SampleAssets.MONDAY;
import static dev.sluice.assets.SampleAssets.draft;
import static dev.sluice.assets.SampleAssets.environment;
import static dev.sluice.assets.SampleAssets.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.Asset;
import dev.sluice.domain.Asset.Naming;
import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.Problem;
import org.junit.jupiter.api.Test;

/** By which name and version something is registered. */
class RegistrationTest {

    private Catalog catalog = Catalog.EMPTY;

    @Test
    void a_name_and_a_version_that_were_given_are_kept() {
        var asset = register(model("iris", "7"), "a");

        assertThat(asset.id().text()).isEqualTo("iris:7");
        assertThat(asset.naming()).isEqualTo(Naming.GIVEN);
        assertThat(asset.definition().version()).isEqualTo("7");
    }

    @Test
    void without_a_version_each_other_content_gets_the_next_number() {
        register(model("iris", "9"), "a");
        register(model("iris", "beta"), "b");

        assertThat(register(model("iris", ""), "c").id().text()).isEqualTo("iris:10");
    }

    @Test
    void without_a_version_the_same_content_is_the_version_that_has_it() {
        register(model("iris", "1"), "a");
        register(model("iris", "2"), "b");

        assertThat(register(model("iris", ""), "a").id().text()).isEqualTo("iris:1");
    }

    @Test
    void e3_what_has_no_name_is_called_after_its_content_and_found_again() {
        var first = register(model("", ""), "a");
        var again = register(model("", ""), "a");
        var other = register(model("", ""), "b");

        assertThat(first.id().text()).matches("model-[a]{12}:1");
        assertThat(again).isEqualTo(first);
        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(register(environment("", ""), "c").id().name()).startsWith("env-");
    }

    @Test
    void two_contents_whose_hashes_begin_alike_get_two_names() {
        var first = register(model("", ""), "a");
        var twin = new Draft(
                model("", ""),
                new Asset.Content("a".repeat(12) + "b".repeat(52), "b", 1),
                draft(model("", ""), "a").kept());

        assertThat(Registration.of(catalog, twin, MONDAY).id()).isNotEqualTo(first.id());
    }

    @Test
    void e4_the_same_name_and_version_with_the_same_content_is_what_is_there() {
        var first = register(model("iris", "1"), "a");

        assertThat(Registration.of(catalog, draft(model("iris", "1"), "a"), MONDAY.plusSeconds(9)))
                .isEqualTo(first);
    }

    @Test
    void e4_the_same_name_and_version_with_other_content_is_refused_and_the_next_number_is_offered() {
        register(model("iris", "1"), "a");

        assertThatThrownBy(() -> register(model("iris", "1"), "b"))
                .isInstanceOfSatisfying(AssetException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(Problem.Code.ALREADY_EXISTS);
                    assertThat(refused.problem().message()).contains("iris:1", "never changes");
                    assertThat(refused.problem().remedy()).contains("2");
                });
    }

    @Test
    void a_made_up_name_is_nobodys_wish_so_other_content_under_it_gets_another() {
        var generated = register(model("", ""), "a");

        var changed = register(model(generated.id().name(), "1"), "b");

        assertThat(changed.id().name()).contains("bbbb");
        assertThat(changed.naming()).isEqualTo(Naming.GENERATED);
    }

    @Test
    void a_model_and_an_environment_may_have_the_same_name() {
        register(model("iris", "1"), "a");

        assertThat(register(environment("iris", "1"), "b").id().text()).isEqualTo("iris:1");
    }

    @Test
    void a_name_that_no_reference_could_say_is_refused() {
        assertThatThrownBy(() -> register(model("my model", "1"), "a"))
                .isInstanceOfSatisfying(
                        AssetException.class,
                        refused -> assertThat(refused.problem().path()).isEqualTo("model.name"));
        assertThatThrownBy(() -> register(environment("env", "1/2"), "a"))
                .isInstanceOfSatisfying(
                        AssetException.class,
                        refused -> assertThat(refused.problem().path()).isEqualTo("environment.version"));
    }

    private Asset register(AssetDefinition definition, String hash) {
        var asset = Registration.of(catalog, draft(definition, hash), MONDAY);
        catalog = catalog.with(asset);
        return asset;
    }
}
