package dev.sluice.control;

import static dev.sluice.domain.Problem.Code.CANCELLED;
import static dev.sluice.domain.Problem.Code.INTERNAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.assets.Opening;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.ModelType;
import dev.sluice.domain.Problem;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registration that is cancelled when the last byte of its files is copied already. */
class LateCancelTest {

    @TempDir
    private Path folder;

    private final FakeHost host = new FakeHost();
    private final CountDownLatch lastByteIsRead = new CountDownLatch(1);
    private final CountDownLatch fileMayEnd = new CountDownLatch(1);
    private final CountDownLatch diskIsFree = new CountDownLatch(1);
    private final ExecutorService blocking = Executors.newSingleThreadExecutor();
    private final ExecutorService deleting = Executors.newSingleThreadExecutor();
    private volatile boolean fails;
    private RuntimeUnderTest runtime;

    @BeforeEach
    void a_copy_is_held_at_its_end() throws Exception {
        Opening held = file -> new FilterInputStream(Opening.PLAIN.open(file)) {
            @Override
            public void close() throws IOException {
                super.close();
                lastByteIsRead.countDown();
                pass(fileMayEnd);
                if (fails) {
                    throw new IOException("the drive was pulled out");
                }
            }
        };
        runtime = new RuntimeUnderTest(
                new FakeEngine(host, Path.of("home")),
                folder,
                Face.EMBEDDED,
                InstanceProfiles.NONE,
                new RuntimeUnderTest.Disk(held, blocking, deleting));
    }

    @AfterEach
    void end() throws Exception {
        blocking.shutdownNow();
        deleting.shutdownNow();
        runtime.close();
        host.close();
    }

    @Test
    void is_answered_when_nothing_of_it_is_left() throws Exception {
        deleting.execute(() -> pass(diskIsFree));
        var registered = begun();

        var cancelled = cancelled();
        await().until(() -> Stream.of(kept().list()).anyMatch(name -> name.startsWith("retired-")));
        for (int turn = 0; turn < 5; turn++) {
            runtime.get(runtime.control.ping());
        }

        assertThat(cancelled.toCompletableFuture())
                .as("while its files are being deleted")
                .isNotDone();
        assertThat(registered.toCompletableFuture()).isNotDone();
        assertThat(only().isRunning()).isTrue();

        diskIsFree.countDown();
        assertThat(runtime.ask(cancelled)).isInstanceOf(Outcome.Applied.class);
        assertThat(kept()).isEmptyDirectory();
        assertThat(only().result()).isInstanceOf(Job.Result.Cancelled.class);
        assertThat(problems(registered))
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("it was cancelled before it was registered, and nothing of it stays");
    }

    @Test
    void is_answered_however_long_others_copy() throws Exception {
        begun();
        blocking.execute(() -> pass(diskIsFree));

        assertThat(runtime.ask(cancelled())).isInstanceOf(Outcome.Applied.class);
        assertThat(kept()).isEmptyDirectory();
    }

    @Test
    void says_what_stays_and_until_when_if_it_cannot_be_removed() throws Exception {
        Files.createDirectories(kept().toPath());
        for (int number = 1; number < 9; number++) {
            // The name looks free, and no folder can be put in the place of a link.
            Files.createSymbolicLink(kept().toPath().resolve("retired-" + number), Path.of("nowhere"));
        }
        var registered = begun();

        assertThat(runtime.ask(cancelled())).isInstanceOf(Outcome.Applied.class);

        assertThat(problems(registered)).extracting(Problem::code).containsExactly(CANCELLED, INTERNAL);
        assertThat(problems(registered).get(0).message()).doesNotContain("nothing of it stays");
        assertThat(problems(registered).get(1).told())
                .startsWith("What was copied for it could not be removed: the registry's copy in " + kept())
                .contains("Not a directory")
                .endsWith("the next start of the runtime tries again.");
        assertThat(only().result()).isInstanceOf(Job.Result.Cancelled.class);
    }

    @Test
    void promises_nothing_if_the_copy_broke_off_by_itself() throws Exception {
        fails = true;
        var registered = begun();

        runtime.ask(cancelled());

        assertThat(problems(registered)).extracting(Problem::code).containsExactly(CANCELLED, INTERNAL);
        assertThat(problems(registered).get(1).message()).contains("may not be removed", "the drive was pulled out");
    }

    @Test
    void is_refused_from_the_moment_on_at_which_it_is_registered() throws Exception {
        var cancelled = new CompletableFuture<Outcome>();
        var registered = begun();
        long id = only().id();
        // Told in the very turn in which it is written down.
        var watch = runtime.control.watchActivity(
                0, deed -> runtime.control.cancel(id).thenAccept(cancelled::complete));

        fileMayEnd.countDown();

        assertThat(runtime.ask(cancelled)).isInstanceOf(Outcome.Refused.class);
        assertThat(runtime.ask(registered)).isInstanceOf(Outcome.Registered.class);
        assertThat(only().result()).isInstanceOf(Job.Result.Done.class);
        watch.close();
    }

    private CompletionStage<Outcome> begun() throws IOException {
        var registered = runtime.control.createAsset(iris());
        pass(lastByteIsRead);
        await().until(() -> !runtime.fleet().registrations().isEmpty());
        return registered;
    }

    private CompletionStage<Outcome> cancelled() {
        var cancelled = runtime.control.cancel(only().id());
        await().until(() -> !only().canCancel());
        fileMayEnd.countDown();
        return cancelled;
    }

    private List<Problem> problems(CompletionStage<Outcome> refused) throws Exception {
        return ((Outcome.Refused) runtime.ask(refused)).problems();
    }

    private static void pass(CountDownLatch gate) {
        try {
            if (!gate.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody has opened the gate");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("the test has ended", e);
        }
    }

    private Registering only() {
        return runtime.fleet().registrations().get(0);
    }

    private File kept() {
        return folder.resolve("home/assets/models").toFile();
    }

    private ModelDefinition iris() throws IOException {
        var file = Files.writeString(folder.resolve("iris.pkl"), "weights");
        return new ModelDefinition("iris", "1", ModelType.CUSTOM, file.toString(), Labels.NONE, CloudKeys.NONE);
    }
}
