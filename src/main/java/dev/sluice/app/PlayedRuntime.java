package dev.sluice.app;

import dev.sluice.control.http.Doorway;
import dev.sluice.domain.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Gives whoever asks the same answer, for a {@link CommandRehearsal}: the server of a real one has too much to it. */
final class PlayedRuntime implements AutoCloseable {

    private final ServerSocket listening;
    private final byte[] answer;

    private PlayedRuntime(ServerSocket listening, byte[] answer) {
        this.listening = listening;
        this.answer = answer;
    }

    /** @param answer JSON */
    static PlayedRuntime open(byte[] answer) throws IOException {
        var runtime = new PlayedRuntime(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), answer);
        var thread = new Thread(runtime::answerAll, "played-runtime");
        thread.setDaemon(true);
        thread.start();
        return runtime;
    }

    Doorway doorway() {
        return new Doorway(URI.create("http://127.0.0.1:" + listening.getLocalPort()), new Secret("played"));
    }

    private void answerAll() {
        while (!listening.isClosed()) {
            try (var caller = listening.accept()) {
                answer(caller);
            } catch (IOException goneOrClosed) {
                // The next one may stay.
            }
        }
    }

    private void answer(Socket caller) throws IOException {
        var request = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
        for (var line = request.readLine(); line != null && !line.isEmpty(); line = request.readLine()) {
            // Only its end counts.
        }
        var head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + answer.length + "\r\n\r\n";
        caller.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        caller.getOutputStream().write(answer);
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
