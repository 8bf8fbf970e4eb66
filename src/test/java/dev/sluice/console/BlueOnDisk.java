package dev.sluice.console;

import dev.sluice.domain.CodeSource;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ModelSource;
import java.nio.file.Path;

/** A deployment whose files are there: the form looks for those that it names. */
public final class BlueOnDisk {

    private BlueOnDisk() {}

    public static DeploymentSpec spec() {
        var files = Path.of("sample-models/diabetes/model-1").toAbsolutePath();
        return SampleFleets.spec(SampleFleets.BLUE, 1)
                .draft()
                .model(new ModelSource.Files(files.resolve("model").toString(), "diabetes", "1"))
                .code(new CodeSource.Folder(files.resolve("onlinescoring").toString(), "score.py"))
                .environment(
                        new EnvironmentSource.Build(files.resolve("environment").toString(), "Dockerfile"))
                .done();
    }
}
