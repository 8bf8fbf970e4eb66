package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.assets.HeldOpening;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.Activity;
import dev.sluice.domain.AssetId;
import dev.sluice.domain.AssetKind;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.Deed;
import dev.sluice.domain.Extent;
import dev.sluice.domain.Happening.Verdict;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.Phase;
import dev.sluice.domain.Problem;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A model whose files take their time to be copied, as gigabytes do: what is seen of it meanwhile, and how it is stopped. */
@ParameterizedClass
@EnumSource
class RegisteringTest {

    private static final AssetId IRIS = new AssetId(AssetKind.MODEL, "iris", "1");

    @Parameter
    private Face face;

    @TempDir
    private Path folder;

    private final FakeHost host = new FakeHost();
    private final HeldOpening disk = new HeldOpening();
    private final ExecutorService blocking = Executors.newSingleThreadExecutor();
    private RuntimeUnderTest runtime;
    private Path file;

    @BeforeEach
    void there_is_a_model_file() throws Exception {
        file = Files.writeString(folder.resolve("iris.pkl"), "weights");
        runtime = new RuntimeUnderTest(
                new FakeEngine(host, Path.of("home")),
                folder,
                face,
                InstanceProfiles.NONE,
                new RuntimeUnderTest.Disk(disk, blocking, Runnable::run));
    }

    @AfterEach
    void end() throws Exception {
        blocking.shutdownNow();
        runtime.close();
        host.close();
    }

    @Test
    void a_copy_under_way_is_seen_with_its_steps_how_far_it_is_and_what_it_has_told() throws Exception {
        var registered = runtime.control.createAsset(iris());
        awaitMidst();

        assertThat(only()).satisfies(registering -> {
            assertThat(registering.kind()).isEqualTo(AssetKind.MODEL);
            assertThat(registering.name()).isEqualTo("iris:1");
            assertThat(registering.steps()).extracting(Job.Step::phase).containsExactly(Phase.CHECK, Phase.UNPACK);
            assertThat(registering.all()).isEqualTo(new Extent(1, 7));
            assertThat(registering.copied()).isEqualTo(new Extent(0, 1));
            assertThat(registering.canCancel()).isTrue();
        });
        assertThat(runtime.fleet().running()).isEqualTo(1);

        disk.letGo();
        assertThat(runtime.ask(registered)).isEqualTo(new Outcome.Registered(IRIS));
        assertThat(only().result()).as("once it is answered").isInstanceOf(Job.Result.Done.class);
        assertThat(only().copied()).isEqualTo(new Extent(1, 7));
        assertThat(runtime.get(runtime.control.jobLog(only().id())))
                .extracting(Job.Line::text)
                .containsExactly("1 file, 7 bytes", "iris.pkl  7 bytes");
        assertThat(runtime.fleet().running()).isZero();
    }

    @Test
    void one_that_is_cancelled_in_its_midst_leaves_nothing_and_its_name_and_version_are_free() throws Exception {
        var registered = runtime.control.createAsset(iris());
        awaitMidst();

        var cancelled = runtime.control.cancel(only().id());
        await().until(() -> !only().canCancel());
        disk.letGo();

        assertThat(runtime.ask(cancelled)).isInstanceOf(Outcome.Applied.class);
        assertThat(kept()).as("once it is said to be cancelled").isEmptyDirectory();
        assertThat(only().result()).isInstanceOf(Job.Result.Cancelled.class);
        assertThat(refusal(registered).code()).isEqualTo(Problem.Code.CANCELLED);
        assertThat(runtime.get(runtime.control.assets()).assets()).isEmpty();
        assertThat(newestDeed().verdict()).isEqualTo(Verdict.REFUSED);

        Files.writeString(file, "other weights");
        assertThat(runtime.ask(runtime.control.createAsset(iris()))).isEqualTo(new Outcome.Registered(IRIS));
    }

    @Test
    void one_that_still_waits_for_its_turn_is_cancelled_at_once() throws Exception {
        var first = runtime.control.createAsset(iris());
        awaitMidst();
        var second = runtime.control.createAsset(model("rose", file));
        await().until(() -> runtime.fleet().registrations().size() == 2);
        assertThat(runtime.fleet().registrations().get(0).steps()).isEmpty();

        runtime.ask(
                runtime.control.cancel(runtime.fleet().registrations().get(0).id()));

        assertThat(refusal(second).code()).isEqualTo(Problem.Code.CANCELLED);
        disk.letGo();
        assertThat(runtime.ask(first)).isEqualTo(new Outcome.Registered(IRIS));
    }

    @Test
    void one_that_has_ended_cannot_be_cancelled() throws Exception {
        disk.letGo();
        runtime.ask(runtime.control.createAsset(iris()));

        assertThat(refusal(runtime.control.cancel(only().id())).code()).isEqualTo(Problem.Code.NOT_FOUND);
        assertThat(runtime.get(runtime.control.assets()).asset(IRIS)).isPresent();
    }

    @Test
    void one_that_fails_says_what_where_and_what_to_do() throws Exception {
        Files.delete(file);

        assertThat(refusal(runtime.control.createAsset(iris())).message()).contains(file + " is not there");

        assertThat(((Job.Result.Failed) only().result()).why())
                .contains(file + " is not there", "What to do: see that the path is right");
        assertThat(only().canCancel()).isFalse();
    }

    @Test
    void one_that_has_failed_can_be_tried_again_until_another_try_follows_it() throws Exception {
        disk.letGo();
        Files.delete(file);
        refusal(runtime.control.createAsset(iris()));
        long failed = only().id();
        assertThat(only().canRetry()).isTrue();
        Files.writeString(file, "weights");

        assertThat(runtime.ask(runtime.control.retry(failed))).isInstanceOf(Outcome.Applied.class);

        await().until(() -> runtime.fleet().registrations().get(0).result() instanceof Job.Result.Done);
        assertThat(runtime.get(runtime.control.assets()).asset(IRIS)).isPresent();
        assertThat(runtime.fleet().registrations())
                .hasSize(2)
                .noneMatch(Registering::canRetry)
                .extracting(Registering::name)
                .containsOnly("iris:1");
        assertThat(refusal(runtime.control.retry(failed)).message()).contains("a registration that failed");
    }

    @Test
    void of_files_that_were_copied_to_be_refused_no_copy_stays() throws Exception {
        disk.letGo();
        runtime.ask(runtime.control.createAsset(iris()));
        Files.writeString(file, "other weights");

        assertThat(refusal(runtime.control.createAsset(iris())).code()).isEqualTo(Problem.Code.ALREADY_EXISTS);
        assertThat(only().result()).isInstanceOf(Job.Result.Done.class);
        assertThat(runtime.fleet().registrations()).noneMatch(Registering::canRetry);

        await().untilAsserted(() -> {
            try (var all = Files.list(kept())) {
                assertThat(all).hasSize(1);
            }
        });
    }

    private void awaitMidst() {
        await().until(() -> runtime.fleet().registrations().stream()
                .anyMatch(registering -> registering.copied().bytes() == 1));
    }

    private Registering only() {
        return runtime.fleet().registrations().stream()
                .reduce((newer, older) -> older)
                .orElseThrow();
    }

    private Path kept() {
        return folder.resolve("home/assets/models");
    }

    private Activity newestDeed() throws Exception {
        var told = new CopyOnWriteArrayList<Activity>();
        try (var watch = runtime.control.watchActivity(1, told::add)) {
            assertThat(watch).isNotNull();
            await().until(() -> !told.isEmpty());
        }
        assertThat(told.get(0).deed().kind()).isEqualTo(Deed.Kind.CREATE_ASSET);
        return told.get(0);
    }

    private Problem refusal(CompletionStage<Outcome> command) throws Exception {
        return ((Outcome.Refused) runtime.ask(command)).problems().get(0);
    }

    private ModelDefinition iris() {
        return model("iris", file);
    }

    private static ModelDefinition model(String name, Path path) {
        return new ModelDefinition(name, "1", ModelType.CUSTOM, path.toString(), Labels.NONE, CloudKeys.NONE);
    }
}
