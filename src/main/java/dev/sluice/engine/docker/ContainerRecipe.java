package dev.sluice.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.sluice.domain.LocalSize;
import dev.sluice.domain.Machine;
import dev.sluice.domain.Serving;
import dev.sluice.domain.ServingRoutes;
import dev.sluice.engine.CloudVariables;
import dev.sluice.engine.InstanceSpec;
import dev.sluice.engine.ScoringServer;
import dev.sluice.engine.ScoringServer.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How an instance's container is made. What is in it may read the deployment's files, has no privileges and cannot gain
 * any, is held to its instance type, and can be reached from this computer only.
 *
 * <p>The scoring server besides runs as a user who owns nothing, and writes to a small {@code /tmp} only. An image that
 * serves by itself writes to its container, as such images do; it runs as the user that it names, and in place of root
 * as one who owns nothing.
 */
final class ContainerRecipe {

    private static final String SERVER = "/opt/sluice/scoring-server";
    private static final long BYTES_PER_MIB = 1024L * 1024;
    private static final double NANOS_PER_CORE = 1e9;
    /** Enough for the threads of a numeric library, too few for a fork bomb. */
    private static final long MOST_PROCESSES = 512;

    /** Any Python can read this; the scoring server is for those that can run it. */
    private static final String IF_NEW_ENOUGH = "import os, sys\n"
            + "if sys.version_info < (3, 8): sys.exit(" + EndOf.PYTHON_TOO_OLD + ")\n"
            + "os.execv(sys.executable, [sys.executable, '-u'] + sys.argv[1:])";

    private static final Map<String, String> TMP = Map.of("/tmp", "rw,nosuid,nodev,size=256m");
    private static final Map<String, String> LOG_SIZE = Map.of("max-size", "5m", "max-file", "2");

    private final Path server;
    private final String user;
    private final Machine machine;

    /**
     * @param server the scoring server's folder
     * @param user who runs in the container, as {@code uid:gid}
     * @param machine which Docker has: it refuses a share of more cores
     */
    ContainerRecipe(Path server, String user, Machine machine) {
        this.server = server;
        this.user = user;
        this.machine = machine;
    }

    CreateContainerCmd create(DockerClient docker, InstanceSpec spec, Map<String, String> labels) throws IOException {
        var ports = ports(spec.serving().routes());
        var command = docker.createContainerCmd(spec.runsIn().reference())
                .withLabels(labels)
                .withExposedPorts(ports);
        if (spec.serving() instanceof Serving.OwnImage) {
            return ownServer(docker, command, spec, ports);
        }
        if (spec.serving() instanceof Serving.Triton) {
            var repository = new ContainerFiles(spec).repository();
            return ownServer(docker, command, spec, ports).withCmd("tritonserver", "--model-repository=" + repository);
        }
        return scoringServer(command, spec, ports);
    }

    private CreateContainerCmd scoringServer(CreateContainerCmd command, InstanceSpec spec, List<ExposedPort> ports) {
        var files = new ContainerFiles(spec);
        var variables = ScoringServer.environment(spec, new Layout(SERVER, ContainerFiles.APP, files.models()));
        variables.putIfAbsent("HOME", "/tmp");
        var port = Integer.toString(spec.serving().routes().scoring().port());
        var host = confined(spec, ports)
                .withMounts(List.of(
                        ContainerFiles.readOnly(spec.files().app(), ContainerFiles.APP),
                        ContainerFiles.readOnly(spec.files().models(), files.models()),
                        ContainerFiles.readOnly(server, SERVER)))
                .withReadonlyRootfs(true)
                .withTmpFs(TMP)
                .withInit(true); // processes that the code leaves behind are cleared away
        return command.withUser(user)
                .withEntrypoint("python3")
                .withCmd("-u", "-c", IF_NEW_ENOUGH, SERVER, "--host", "0.0.0.0", "--port", port)
                .withWorkingDir(variables.getOrDefault("AML_APP_ROOT", ContainerFiles.APP))
                .withEnv(lines(variables))
                .withHostConfig(host);
    }

    private CreateContainerCmd ownServer(
            DockerClient docker, CreateContainerCmd command, InstanceSpec spec, List<ExposedPort> ports) {
        var files = new ContainerFiles(spec);
        var host = confined(spec, ports)
                .withMounts(List.of(
                        ContainerFiles.readOnly(spec.files().app(), ContainerFiles.APP),
                        ContainerFiles.readOnly(spec.files().models(), files.models())));
        return command.withUser(userOf(docker, spec.runsIn().reference()))
                .withEnv(lines(CloudVariables.of(spec, ContainerFiles.APP, files.models())))
                .withHostConfig(host);
    }

    private String userOf(DockerClient docker, String image) {
        var config = docker.inspectImageCmd(image).exec().getConfig();
        var named = config == null || config.getUser() == null ? "" : config.getUser();
        var name = named.split(":", 2)[0];
        return name.isEmpty() || name.equals("root") || name.equals("0") ? user : named;
    }

    private static List<ExposedPort> ports(ServingRoutes routes) {
        return Stream.of(routes.liveness(), routes.readiness(), routes.scoring())
                .map(ServingRoutes.Route::port)
                .distinct()
                .map(ExposedPort::tcp)
                .toList();
    }

    private static List<String> lines(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
    }

    private HostConfig confined(InstanceSpec spec, List<ExposedPort> ports) {
        return limited(spec.size())
                .withPortBindings(ports.stream()
                        .map(port -> new PortBinding(Ports.Binding.bindIp("127.0.0.1"), port))
                        .toList())
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE, LOG_SIZE));
    }

    private HostConfig limited(LocalSize size) {
        long memory = size.memoryMiB() * BYTES_PER_MIB;
        return HostConfig.newHostConfig()
                .withMemory(memory)
                .withMemorySwap(memory) // that is: no swap besides
                .withNanoCPUs(Math.round(Math.min(size.cores(), machine.cores()) * NANOS_PER_CORE))
                .withPidsLimit(MOST_PROCESSES);
    }
}
