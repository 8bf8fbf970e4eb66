package dev.sluice.control.http;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends a server exactly these bytes, and reads whatever it answers until it closes the connection. */
record RawClient(URI address) {

    String say(String bytes) throws IOException {
        try (var socket = open()) {
            socket.getOutputStream().write(bytes.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Gives up after ten seconds. */
    Socket open() throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }
}
