package dev.sluice.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.sluice.domain.InstanceType;
import dev.sluice.engine.InstanceSpec;
import dev.sluice.engine.ScoringServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How an instance's container is made. What is in it may read the deployment's files and write to a small {@code /tmp},
 * as a user without privileges, within the limits of its instance type, and can be reached from this computer only.
 */
final class ContainerRecipe {

    static final int PORT = 5001;

    private static final String APP = "/var/azureml-app/code";
    /** As in the cloud a name and a version, which some code takes apart (reference 4.2). */
    private static final String MODELS = "/var/azureml-app/azureml-models/model/1";

    private static final String SERVER = "/opt/sluice/scoring-server";
    private static final long BYTES_PER_MIB = 1024L * 1024;
    private static final double NANOS_PER_CORE = 1e9;
    /** Enough for the threads of a numeric library, too few for a fork bomb. */
    private static final long MOST_PROCESSES = 512;

    private static final Map<String, String> TMP = Map.of("/tmp", "rw,nosuid,nodev,size=256m");
    private static final Map<String, String> LOG_SIZE = Map.of("max-size", "5m", "max-file", "2");

    private final Path server;
    private final String user;

    /**
     * @param server the scoring server's folder
     * @param user who runs in the container, as {@code uid:gid}
     */
    ContainerRecipe(Path server, String user) {
        this.server = server;
        this.user = user;
    }

    CreateContainerCmd create(DockerClient docker, InstanceSpec spec, Map<String, String> labels) {
        var variables = new HashMap<>(ScoringServer.environment(spec, APP, MODELS));
        variables.putIfAbsent("HOME", "/tmp");
        return docker.createContainerCmd(spec.runsIn().reference())
                .withUser(user)
                .withEntrypoint("python3")
                .withCmd("-u", SERVER, "--host", "0.0.0.0", "--port", Integer.toString(PORT))
                .withWorkingDir(variables.getOrDefault("AML_APP_ROOT", APP))
                .withEnv(variables.entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .toList())
                .withLabels(labels)
                .withExposedPorts(ExposedPort.tcp(PORT))
                .withHostConfig(confined(spec));
    }

    private HostConfig confined(InstanceSpec spec) {
        var anyPortOnLoopback = new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(PORT));
        return limited(spec.size())
                .withPortBindings(anyPortOnLoopback)
                .withMounts(List.of(
                        readOnly(spec.files().app(), APP),
                        readOnly(spec.files().models(), MODELS),
                        readOnly(server, SERVER)))
                .withReadonlyRootfs(true)
                .withTmpFs(TMP)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withInit(true) // processes that the code leaves behind are cleared away
                .withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE, LOG_SIZE));
    }

    private static HostConfig limited(InstanceType size) {
        long memory = size.memoryMiB() * BYTES_PER_MIB;
        return HostConfig.newHostConfig()
                .withMemory(memory)
                .withMemorySwap(memory) // that is: no swap besides
                .withNanoCPUs(Math.round(size.cores() * NANOS_PER_CORE))
                .withPidsLimit(MOST_PROCESSES);
    }

    private static Mount readOnly(Path here, String there) {
        return new Mount()
                .withType(MountType.BIND)
                .withSource(here.toAbsolutePath().toString())
                .withTarget(there)
                .withReadOnly(true);
    }
}
