package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.assets.Opening;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.InstanceProfiles;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.ModelType;
import dev.sluice.engine.FakeEngine;
import dev.sluice.engine.FakeHost;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private RuntimeUnderTest runtime;

    @BeforeEach
    void a_copy_is_held_at_its_end() throws Exception {
        Opening held = file -> new FilterInputStream(Opening.PLAIN.open(file)) {
            @Override
            public void close() throws IOException {
                super.close();
                lastByteIsRead.countDown();
                pass(fileMayEnd);
            }
        };
        runtime = new RuntimeUnderTest(
                new FakeEngine(host, Path.of("home")),
                folder,
                Face.EMBEDDED,
                InstanceProfiles.NONE,
                new RuntimeUnderTest.Disk(held, blocking));
    }

    @AfterEach
    void end() throws Exception {
        blocking.shutdownNow();
        runtime.close();
        host.close();
    }

    @Test
    void is_answered_when_nothing_of_it_is_left() throws Exception {
        var registered = runtime.control.createAsset(iris());
        lastByteIsRead.await();
        blocking.execute(() -> pass(diskIsFree));

        var cancelled = runtime.control.cancel(only().id());
        await().until(() -> !only().canCancel());
        fileMayEnd.countDown();
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
        assertThat(runtime.ask(registered)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void is_refused_from_the_moment_on_at_which_it_is_registered() throws Exception {
        var cancelled = new CompletableFuture<Outcome>();
        var registered = runtime.control.createAsset(iris());
        lastByteIsRead.await();
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

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
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
