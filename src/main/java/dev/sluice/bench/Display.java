package dev.sluice.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A screen that nobody sees, of its own, so that no other window is in the way and none is disturbed. */
final class Display implements AutoCloseable {

    private final Program server;
    private final String number;

    private Display(Program server, String number) {
        this.server = server;
        this.number = number;
    }

    /** Takes the first number that is free. */
    static Display open(Path folder) throws IOException {
        var command = List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp");
        var server = Program.converse(new Recipe(command, folder.resolve("xvfb.log")));
        var number = server.output().readLine();
        if (number == null) {
            server.close();
            throw new IOException("Xvfb did not start; see " + folder.resolve("xvfb.log"));
        }
        return new Display(server, number.strip());
    }

    /** For the variable {@code DISPLAY}. */
    String name() {
        return ":" + number;
    }

    @Override
    public void close() {
        server.close();
    }
}
