package dev.sluice.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import dev.sluice.domain.EnvironmentSource;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.domain.LocalSize;
import dev.sluice.engine.Instance;
import dev.sluice.engine.InstanceEngine;
import dev.sluice.engine.InstanceId;
import dev.sluice.engine.InstanceSpec;
import dev.sluice.engine.PreparedEnvironment;
import dev.sluice.engine.RealEngineContract;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs where a Docker engine answers; with {@code -Dsluice.docker=required} its absence is a failure. */
class DockerEngineTest extends RealEngineContract {

    private static final String ENVIRONMENT =
            Path.of("src/test/resources/engine/environment").toAbsolutePath().toString();

    private static DockerConnection docker;

    @BeforeAll
    static void a_docker_engine() {
        docker = DockerPresence.connection();
    }

    @AfterAll
    static void hang_up() {
        if (docker != null) {
            docker.close();
        }
    }

    @Override
    protected InstanceEngine open(Path someHome) {
        var connection = DockerEngine.connect(someHome, System.getenv(), () -> ImageSubstitutions.NONE);
        assertThat(connection).isInstanceOf(DockerEngine.Connection.Connected.class);
        return ((DockerEngine.Connection.Connected) connection).engine();
    }

    @Override
    protected EnvironmentSource environment() {
        return new EnvironmentSource.Build(ENVIRONMENT, "Dockerfile");
    }

    @Override
    protected void kill(Instance instance) {
        client().killContainerCmd(instance.id().text()).exec();
    }

    private static DockerClient client() {
        return docker.commands();
    }

    private static InspectContainerResponse inspected(Instance instance) {
        return client().inspectContainerCmd(instance.id().text()).exec();
    }

    @Test
    void the_container_is_confined() {
        var container = inspected(start("answers", "blue-1"));
        var host = container.getHostConfig();

        assertThat(container.getConfig().getUser())
                .isNotBlank()
                .doesNotStartWith("0")
                .isNotEqualTo("root");
        assertThat(host.getReadonlyRootfs()).isTrue();
        assertThat(host.getCapDrop()).containsExactly(Capability.ALL);
        assertThat(host.getSecurityOpts()).contains("no-new-privileges");
        assertThat(host.getInit()).isTrue();
        assertThat(host.getTmpFs()).containsOnlyKeys("/tmp");
        assertThat(host.getTmpFs().get("/tmp")).contains("size=256m");
        assertThat(host.getPidsLimit()).isBetween(1L, 1000L);
        assertThat(host.getMounts())
                .hasSize(3)
                .allSatisfy(mount -> assertThat(mount.getReadOnly()).isTrue());
        assertThat(host.getLogConfig().getConfig()).containsKeys("max-size", "max-file");
        assertThat(host.getRestartPolicy().getName()).isIn("", "no");
    }

    @Test
    void its_memory_and_processor_are_those_of_its_instance_type() {
        var host = inspected(start("answers", "blue-1")).getHostConfig();

        assertThat(host.getMemory()).isEqualTo(512L * 1024 * 1024);
        assertThat(host.getMemorySwap()).isEqualTo(host.getMemory());
        assertThat(host.getNanoCPUs()).isEqualTo(500_000_000L);
    }

    @Test
    void a_size_of_more_cores_than_there_are_gets_all_of_them() {
        var spec = spec("answers", "blue-1", Map.of());
        var wide = new LocalSize(1024, 512);
        var started = done(engine.start(new InstanceSpec(spec.key(), spec.runsIn(), spec.files(), Map.of(), wide)));

        assertThat(inspected(started).getHostConfig().getNanoCPUs())
                .isEqualTo(engine.info().machine().cores() * 1_000_000_000L);
    }

    @Test
    void the_kernel_itself_holds_it_to_the_memory_and_the_processor_of_its_instance_type() {
        start("answers", "blue-1");
        var address = reachable("blue-1");
        boolean isUnified = Files.exists(Path.of("/sys/fs/cgroup/cgroup.controllers"));

        assertThat(read(address, isUnified ? "memory.max" : "memory/memory.limit_in_bytes"))
                .isEqualTo("536870912");
        assertThat(read(address, isUnified ? "cpu.max" : "cpu/cpu.cfs_quota_us"))
                .startsWith("50000");
    }

    private String read(InetSocketAddress address, String controlGroupFile) {
        return score(address, "{\"read\": \"/sys/fs/cgroup/" + controlGroupFile + "\"}")
                .replace("\\n", "")
                .replace("\"", "");
    }

    @Test
    void one_that_needs_more_memory_than_it_has_says_so() {
        var spec = spec("greedy", "blue-1", Map.of());
        var tiny = new LocalSize(1, 64);
        done(engine.start(new InstanceSpec(spec.key(), spec.runsIn(), spec.files(), Map.of(), tiny)));

        assertThat(ended("blue-1").reason()).contains("out of memory").contains("64 MiB");
    }

    @Test
    void an_image_without_python_is_diagnosed() {
        var spec = spec("answers", "blue-1", Map.of());
        var bare = done(engine.prepare(new EnvironmentSource.Image("debian:bookworm-slim"), line -> {}));
        done(engine.start(new InstanceSpec(spec.key(), bare, spec.files(), Map.of(), spec.size())));

        assertThat(ended("blue-1").reason()).contains("127").contains("python3");
    }

    @Test
    void a_python_that_is_too_old_for_the_scoring_server_is_told() throws Exception {
        var context = Files.createDirectories(folder.resolve("old"));
        // Stands in for a Python 3.6, which takes the same way out.
        Files.writeString(context.resolve("Dockerfile"), """
                FROM debian:bookworm-slim
                RUN printf '#!/bin/sh\\nexit 78\\n' > /usr/bin/python3 && chmod 755 /usr/bin/python3
                """);
        var spec = spec("answers", "blue-1", Map.of());
        var old = done(engine.prepare(new EnvironmentSource.Build(context.toString(), "Dockerfile"), line -> {}));
        done(engine.start(new InstanceSpec(spec.key(), old, spec.files(), Map.of(), spec.size())));

        assertThat(ended("blue-1").reason()).contains("older than 3.8");
    }

    @Test
    void containers_of_others_are_never_touched() {
        var id = client().createContainerCmd("debian:bookworm-slim")
                .withCmd("sleep", "60")
                .exec()
                .getId();
        try {
            done(engine.stop(new InstanceId(id), GRACE));

            assertThat(client().inspectContainerCmd(id).exec().getId()).isEqualTo(id);
        } finally {
            client().removeContainerCmd(id).withForce(true).exec();
        }
    }

    @Test
    void starting_in_an_image_that_is_gone_says_to_deploy_again() {
        var spec = spec("answers", "blue-1", Map.of());
        var gone = new PreparedEnvironment("sha256:" + "0".repeat(64), "");

        assertThatThrownBy(() ->
                        done(engine.start(new InstanceSpec(spec.key(), gone, spec.files(), Map.of(), spec.size()))))
                .hasMessageContaining("deploy again");
        assertThat(listed(engine)).isEmpty();
    }
}
