package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.assets.Draft;
import dev.sluice.assets.Intake;
import dev.sluice.assets.Library;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.CodeDefinition;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Pins;
import dev.sluice.domain.Provisioning;
import dev.sluice.domain.SampleSpecs;
import dev.sluice.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long copies of code stay that no deployment has any more. */
class RegistryTest {

    private static final long GENERATION = 7;
    private static final Instant COPIED = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Store store;
    private Library library;

    @BeforeEach
    void a_version_of_blue_has_code() throws Exception {
        var code = Files.createDirectories(folder.resolve("code"));
        Files.writeString(code.resolve("score.py"), "# ours");
        library = new Library(folder.resolve("assets"));
        store = Store.open(folder.resolve("sluice.db"), Clock.systemUTC());
        Draft draft = new Intake(library).take(CodeDefinition.of(code.toString()));
        after(Duration.ZERO).pin(GENERATION, Pins.NONE, List.of(draft));
        draft.kept().forEach(library::release);
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void code_of_a_deployment_stays_however_old_it_is() {
        var registry = after(Duration.ofDays(400));

        registry.tidy(blueHasIt());

        assertThat(registry.catalog().of(AssetKind.CODE)).hasSize(1);
        assertThat(folder.resolve("assets/codes")).isNotEmptyDirectory();
    }

    @Test
    void code_that_no_deployment_has_any_more_stays_for_a_month_since_a_file_may_still_name_it() {
        var registry = after(Duration.ofDays(29));

        registry.tidy(DesiredState.EMPTY);

        assertThat(registry.catalog().of(AssetKind.CODE)).hasSize(1);
        assertThat(folder.resolve("assets/codes")).isNotEmptyDirectory();
    }

    @Test
    void then_it_goes_with_its_files_and_is_not_there_at_the_next_start_either() {
        var registry = after(Duration.ofDays(31));

        registry.tidy(DesiredState.EMPTY);

        assertThat(registry.catalog().of(AssetKind.CODE)).isEmpty();
        assertThat(folder.resolve("assets/codes")).isEmptyDirectory();
        assertThat(after(Duration.ofDays(31)).catalog().of(AssetKind.CODE)).isEmpty();
    }

    private Registry after(Duration time) {
        return new Registry(store.assets(), library, Clock.fixed(COPIED.plus(time), ZoneOffset.UTC), Runnable::run);
    }

    private static DesiredState blueHasIt() {
        var blue = new DesiredDeployment(SampleSpecs.deployment(SampleSpecs.BLUE), GENERATION, new Provisioning.Done());
        var endpoint = DesiredEndpoint.created(
                EndpointSpec.managed(SampleSpecs.DIABETES, AuthMode.KEY), SampleSpecs.secrets());
        return DesiredState.EMPTY.with(endpoint.with(blue));
    }
}
