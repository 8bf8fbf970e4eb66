package dev.sluice.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.sluice.domain.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the Docker daemon: one client for questions with quick answers, and one for streams, each of which holds
 * a connection for as long as it lasts. With one pool for both, followed logs could starve everything else.
 */
final class DockerConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DockerConnection.class);
    private static final long BYTES_PER_MIB = 1L << 20;
    private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(90);
    private static final int MOST_COMMANDS = 16;
    private static final int MOST_STREAMS = 128;
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final DockerClient commands;
    private final DockerClient streams;
    private final String version;
    private final Machine machine;

    private DockerConnection(DockerClientConfig config, DockerClient commands, String version) {
        this.commands = commands;
        this.version = version;
        this.machine = machineOf(commands);
        this.streams = DockerClientImpl.getInstance(
                config, http(config).maxConnections(MOST_STREAMS).build());
    }

    /**
     * Connects to the engine that {@code DOCKER_HOST} names, else to the one the docker command would use. Waits for
     * its answer.
     *
     * @throws DockerUnavailable with the exact reason
     */
    static DockerConnection open(Map<String, String> environment) throws DockerUnavailable {
        try {
            var config = config(environment, RemoteApiVersion.VERSION_1_44);
            refuseOtherComputers(config.getDockerHost());
            return open(config, config(environment, RemoteApiVersion.UNKNOWN_VERSION));
        } catch (RuntimeException misconfigured) {
            throw new DockerUnavailable(
                    "Docker's settings cannot be used: " + misconfigured.getMessage(), misconfigured);
        }
    }

    private static DockerConnection open(DockerClientConfig preferred, DockerClientConfig other)
            throws DockerUnavailable {
        try {
            return open(preferred);
        } catch (BadRequestException tooNewForIt) {
            // Docker 29 asks for 1.44 at least; an engine older than that takes calls without a version.
            return open(other);
        } catch (RuntimeException e) {
            throw new DockerUnavailable(
                    "no Docker engine answers at " + preferred.getDockerHost() + ": " + Failures.said(e), e);
        }
    }

    /** No Docker engine can be used, and why. */
    static final class DockerUnavailable extends Exception {

        DockerUnavailable(String reason) {
            super(reason);
        }

        DockerUnavailable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    private static DockerClientConfig config(Map<String, String> environment, RemoteApiVersion version) {
        var builder = DefaultDockerClientConfig.createDefaultConfigBuilder().withApiVersion(version);
        var named = environment.getOrDefault("DOCKER_HOST", "");
        return (named.isBlank() ? builder : builder.withDockerHost(named)).build();
    }

    /** Folders are mounted and ports are published where the engine runs: that must be here. */
    private static void refuseOtherComputers(URI host) throws DockerUnavailable {
        if ("tcp".equals(host.getScheme()) && !LOCAL_NAMES.contains(String.valueOf(host.getHost()))) {
            throw new DockerUnavailable(
                    "DOCKER_HOST is " + host + ", which is another computer; Sluice needs a local engine");
        }
    }

    private static DockerConnection open(DockerClientConfig config) {
        var commands = DockerClientImpl.getInstance(
                config,
                http(config)
                        .maxConnections(MOST_COMMANDS)
                        .responseTimeout(TIME_TO_ANSWER)
                        .build());
        try {
            return new DockerConnection(
                    config, commands, commands.versionCmd().exec().getVersion());
        } catch (RuntimeException e) {
            close(commands);
            throw e;
        }
    }

    /** Of the engine, which may be in a virtual machine of its own. One that does not tell refuses by itself what is too much. */
    private static Machine machineOf(DockerClient commands) {
        try {
            var info = commands.infoCmd().exec();
            return info.getNCPU() == null || info.getMemTotal() == null
                    ? Machine.BOUNDLESS
                    : new Machine(info.getNCPU(), info.getMemTotal() / BYTES_PER_MIB);
        } catch (RuntimeException e) {
            LOG.warn("Docker does not tell the size of its computer", e);
            return Machine.BOUNDLESS;
        }
    }

    private static ZerodepDockerHttpClient.Builder http(DockerClientConfig config) {
        return new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .sslConfig(config.getSSLConfig())
                .connectionTimeout(TIME_TO_CONNECT);
    }

    DockerClient commands() {
        return commands;
    }

    DockerClient streams() {
        return streams;
    }

    Machine machine() {
        return machine;
    }

    /** Of the engine, such as {@code 20.10.24}. */
    String version() {
        return version;
    }

    @Override
    public void close() {
        close(commands);
        close(streams);
    }

    private static void close(DockerClient client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
