package dev.sluice.engine.docker;

import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import dev.sluice.domain.Serving;
import dev.sluice.engine.InstanceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where in its container an instance sees the deployment's files, which it may read and never write (reference 4.2). */
record ContainerFiles(InstanceSpec spec) {

    static final String APP = "/var/azureml-app/code";

    private static final String MODELS = "/var/azureml-app/azureml-models";

    /** The model's name and version, under the usual folder or the one that the deployment mounts models in. */
    String models() {
        var here = spec.files().models();
        int names = here.getNameCount();
        return Path.of(mountPath())
                .resolve(here.subpath(Math.max(0, names - 2), names))
                .toString();
    }

    private String mountPath() {
        var mount = "";
        if (spec.serving() instanceof Serving.OwnImage own) {
            mount = own.modelMount();
        } else if (spec.serving() instanceof Serving.Triton triton) {
            mount = triton.modelMount();
        }
        return mount.isEmpty() ? MODELS : mount;
    }

    /** The folder that holds Triton's models: the one that was named as the deployment's model. */
    String repository() throws IOException {
        try (var inside = Files.list(spec.files().models())) {
            return inside.findFirst()
                    .map(folder -> models() + "/" + folder.getFileName())
                    .orElse(models());
        }
    }

    static Mount readOnly(Path here, String there) {
        return new Mount()
                .withType(MountType.BIND)
                .withSource(here.toAbsolutePath().toString())
                .withTarget(there)
                .withReadOnly(true);
    }
}
