package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.assets.Draft;
import dev.sluice.assets.Intake;
import dev.sluice.assets.Library;
import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.CodeDefinition;
import dev.sluice.domain.DesiredDeployment;
import dev.sluice.domain.DesiredEndpoint;
import dev.sluice.domain.DesiredState;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.HandClock;
import dev.sluice.domain.Pins;
import dev.sluice.domain.Provisioning;
import dev.sluice.domain.SampleSpecs;
import dev.sluice.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which copies of code stay that no deployment has any more. */
class RegistryTest {

    private static final long GENERATION = 7;

    @TempDir
    private Path folder;

    private Store store;
    private Library library;

    private final HandClock clock = new HandClock(Instant.parse("2026-03-01T12:00:00Z"));
    private AssetId first;

    @BeforeEach
    void a_version_of_blue_has_code() throws Exception {
        library = new Library(folder.resolve("assets"));
        store = Store.open(folder.resolve("sluice.db"), Clock.systemUTC());
        first = pin(registry(), GENERATION, "# ours");
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void code_of_a_deployment_stays_however_much_is_newer() throws Exception {
        var registry = registry();
        for (int other = 0; other <= Registry.UNUSED_CODES; other++) {
            pinOther(registry, other);
        }

        registry.forgetAllBut(blueHasIt());

        assertThat(codes(registry)).contains(first).hasSize(1 + Registry.UNUSED_CODES);
    }

    @Test
    void of_code_that_no_deployment_has_any_more_the_newest_stays_since_a_file_may_still_name_it() throws Exception {
        var registry = registry();
        for (int other = 0; other < Registry.UNUSED_CODES; other++) {
            pinOther(registry, other);
        }

        registry.tidy(DesiredState.EMPTY);

        assertThat(codes(registry)).doesNotContain(first).hasSize(Registry.UNUSED_CODES);
        assertThat(folder.resolve("assets/codes").toFile().list()).hasSize(Registry.UNUSED_CODES);
        assertThat(codes(registry())).doesNotContain(first).hasSize(Registry.UNUSED_CODES);
    }

    @Test
    void that_it_cannot_be_forgotten_now_keeps_nobody_from_starting() throws Exception {
        var registry = registry();
        for (int other = 0; other < Registry.UNUSED_CODES; other++) {
            pinOther(registry, other);
        }
        store.close();

        registry.tidy(DesiredState.EMPTY);

        assertThat(codes(registry)).contains(first);
    }

    private void pinOther(Registry registry, int other) throws Exception {
        pin(registry, GENERATION + 1 + other, "# other " + other);
    }

    private AssetId pin(Registry registry, long generation, String script) throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("code")).resolve("score.py"), script);
        Draft draft = new Intake(library)
                .take(CodeDefinition.of(folder.resolve("code").toString()));
        clock.forward(1);
        var pins = registry.pin(generation, Pins.NONE, List.of(draft));
        draft.kept().forEach(library::release);
        return pins.of(AssetKind.CODE).orElseThrow();
    }

    private static List<AssetId> codes(Registry registry) {
        return registry.catalog().of(AssetKind.CODE).map(Asset::id).toList();
    }

    private Registry registry() {
        return new Registry(store.assets(), library, clock, new Deletions(Runnable::run));
    }

    private static DesiredState blueHasIt() {
        var blue = new DesiredDeployment(SampleSpecs.deployment(SampleSpecs.BLUE), GENERATION, new Provisioning.Done());
        var endpoint = DesiredEndpoint.created(
                EndpointSpec.managed(SampleSpecs.DIABETES, AuthMode.KEY), SampleSpecs.secrets());
        return DesiredState.EMPTY.with(endpoint.with(blue));
    }
}
