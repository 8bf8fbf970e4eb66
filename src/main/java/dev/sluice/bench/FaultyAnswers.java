package dev.sluice.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What one connection's requests are answered. Knows no more HTTP than the benchmark's requests need. */
final class FaultyAnswers {

    private static final int SLOW_SECONDS = 30;
    private static final String LONG_HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n";
    private static final String OK = answer("200 OK", "{\"label\": \"setosa\", \"score\": 0.9731}");
    private static final String ERROR = answer("500 Internal Server Error", "no");

    private final Socket socket;
    private final Fault fault;
    private final CountDownLatch closed;

    FaultyAnswers(Socket socket, Fault fault, CountDownLatch closed) {
        this.socket = socket;
        this.fault = fault;
        this.closed = closed;
    }

    /** Returns when the connection is to be closed. */
    void giveAll() throws IOException, InterruptedException {
        if (fault == Fault.BLACK_HOLED) {
            closed.await(SLOW_SECONDS, TimeUnit.SECONDS);
            return;
        }
        var in = new BufferedInputStream(socket.getInputStream());
        while (reads(in)) {
            give();
        }
    }

    private void give() throws IOException, InterruptedException {
        switch (fault) {
            case SLOWED -> {
                closed.await(SLOW_SECONDS, TimeUnit.SECONDS);
                send(OK);
            }
            case FAILING -> send(ERROR);
            case RESETTING -> {
                send(LONG_HEAD + "half");
                socket.setSoLinger(true, 0);
                socket.close();
            }
            case TRICKLING -> {
                send(LONG_HEAD);
                do {
                    send("x");
                } while (!closed.await(1, TimeUnit.SECONDS));
            }
            default -> send(OK);
        }
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** False if there is no further request. */
    private static boolean reads(InputStream in) throws IOException {
        int atEnd = 0;
        while (atEnd < 4) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            boolean isNext = next == (atEnd % 2 == 0 ? '\r' : '\n');
            atEnd = isNext ? atEnd + 1 : 0;
        }
        in.skipNBytes(Request.BODY_BYTES);
        return true;
    }

    private static String answer(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
