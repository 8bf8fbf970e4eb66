package dev.sluice.reconcile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.Instance;
import dev.sluice.reconcile.Prober.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpProberTest {

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final ServerSocket instance = listening();
    private final CompletableFuture<String> asked = new CompletableFuture<>();
    private final Prober prober = new HttpProber(HttpClient.newHttpClient());

    @AfterEach
    void end() throws IOException {
        instance.close();
    }

    @Test
    void an_answer_of_200_is_ready() throws Exception {
        answers("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        assertThat(finding()).isEqualTo(Finding.READY);
    }

    @Test
    void what_is_asked_for_is_the_spots_path() throws Exception {
        answers("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        finding();

        assertThat(asked.get(5, TimeUnit.SECONDS)).startsWith("GET /v2/health/ready?deep=1 HTTP/1.1\r\n");
    }

    @Test
    void a_redirect_is_not_ready_and_is_not_followed() throws Exception {
        answers("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n");

        assertThat(finding()).isEqualTo(Finding.NOT_READY);
    }

    @Test
    void an_answer_that_never_ends_is_silence_when_the_time_is_over() throws Exception {
        answers("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this");

        assertThat(finding()).isEqualTo(Finding.SILENT);
    }

    @Test
    void nobody_there_is_silence() throws Exception {
        instance.close();

        assertThat(finding()).isEqualTo(Finding.SILENT);
    }

    private Finding finding() throws Exception {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), instance.getLocalPort());
        return prober.probe(new Instance.Spot(address, "/v2/health/ready?deep=1"), TIMEOUT)
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
    }

    /** Takes one connection, answers what comes with {@code text}, and keeps the connection open. */
    private void answers(String text) {
        CompletableFuture.runAsync(() -> {
            try {
                Socket client = instance.accept();
                var bytes = new byte[1024];
                asked.complete(new String(bytes, 0, client.getInputStream().read(bytes), US_ASCII));
                client.getOutputStream().write(text.getBytes(US_ASCII));
            } catch (IOException closed) {
                // The test is over.
            }
        });
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
