package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * slowhttptest's three attacks while a well-behaved client calls, on a new connection each time: without a key, twice
 * as many connections as there may be; with one, to read long answers slowly, half as many, since who has a key is
 * held by the deployment's gate and {@code request_timeout_ms}, and gets 429 beyond. Skipped, loudly, where the tool is missing; with
 * {@code -Dsluice.slowhttptest=required} that is a failure.
 */
class SlowClientsTest {

    private static final String TOOL = "slowhttptest";
    private static final int MOST = 100;
    private static final int SECONDS = 4;
    private static final Duration BOUND = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private final Origin blue = Origin.saying("x".repeat(200_000));
    private final Stage stage = new Stage(RouterSettings.DEFAULT.with(new RouterSettings.Clients(
            MOST, 100 << 20, 8 << 10, 32 << 10, Duration.ofSeconds(75), Duration.ofSeconds(10))));

    @BeforeEach
    void blueIsLive() {
        failOrSkipWithoutTool();
        stage.deploy("blue", blue).traffic("blue", 100).publish();
    }

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    @Test
    void slow_heads_do_not_stop_a_well_behaved_client() throws Exception {
        attack(2 * MOST, "-H", "-i", "1", "-x", "16");
    }

    @Test
    void slow_bodies_do_not_stop_a_well_behaved_client() throws Exception {
        attack(2 * MOST, "-B", "-i", "1", "-s", "8192", "-x", "16");
    }

    @Test
    void slow_readers_do_not_stop_a_well_behaved_client() throws Exception {
        // It has no option for a header of one's own; the value of Accept may bring one with it.
        var key = "*/*\r\nAuthorization: Bearer " + RawClient.KEY;
        attack(MOST / 2, "-X", "-n", "1", "-w", "1", "-y", "64", "-z", "5", "-k", "3", "-m", key);
    }

    private void attack(int connections, String... mode) throws Exception {
        var log = folder.resolve("log").toFile();
        var attack = start(log, connections, mode);
        int answered = 0;
        try {
            while (attack.isAlive()) {
                answered += answeredInTime();
            }
        } finally {
            attack.destroyForcibly();
        }
        assertThat(attack.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(log.toPath(), StandardCharsets.ISO_8859_1)).contains("Exit status");
        assertThat(answered).isGreaterThan(10);
    }

    private int answeredInTime() throws IOException {
        long begun = System.nanoTime();
        try (var client = new RawClient(stage.router().port())) {
            assertThat(client.call(RawClient.score("x")).status()).isEqualTo(200);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
        return 1;
    }

    private Process start(File log, int connections, String... mode) throws IOException {
        var command = new ArrayList<>(List.of(TOOL));
        command.addAll(List.of(mode));
        var url = "http://127.0.0.1:" + stage.router().port() + "/endpoints/iris/score";
        command.addAll(List.of("-c", "" + connections, "-r", "" + connections, "-l", "" + SECONDS, "-u", url));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private static void failOrSkipWithoutTool() {
        boolean isThere = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, TOOL)));
        if (!isThere && "required".equals(System.getProperty("sluice.slowhttptest"))) {
            Assertions.fail("this run was promised " + TOOL);
        }
        Assumptions.assumeTrue(isThere, "NOT TESTED: slow clients. There is no " + TOOL + " on the PATH.");
    }
}
