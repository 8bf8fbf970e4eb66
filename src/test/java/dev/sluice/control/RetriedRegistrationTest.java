package dev.sluice.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.CloudKeys;
import dev.sluice.domain.Labels;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.ModelType;
import dev.sluice.engine.FakeHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registration that is tried again while no time passes, so that no tick of the runtime's clock shows anything. */
class RetriedRegistrationTest {

    @TempDir
    private Path folder;

    @Test
    void is_shown_to_have_ended_when_it_ends() throws Exception {
        var file = folder.resolve("iris.pkl");
        var iris = new ModelDefinition("iris", "1", ModelType.CUSTOM, file.toString(), Labels.NONE, CloudKeys.NONE);
        try (var host = new FakeHost();
                var runtime = new LiveRuntime(
                        host, folder, new FakeRouter(), new AtomicInteger(), (table, desired) -> {}, name -> {
                            throw new IllegalStateException("nothing is deployed here");
                        })) {
            runtime.control.createAsset(iris);
            runtime.loop.settle();
            assertThat(newest(runtime).result()).isInstanceOf(Job.Result.Failed.class);
            Files.writeString(file, "weights");

            runtime.control.retry(newest(runtime).id());
            runtime.loop.settle();

            assertThat(runtime.fleet().registrations()).hasSize(2);
            assertThat(newest(runtime).result()).isInstanceOf(Job.Result.Done.class);
        }
    }

    private static Registering newest(LiveRuntime runtime) {
        return runtime.fleet().registrations().get(0);
    }
}
