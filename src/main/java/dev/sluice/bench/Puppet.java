package dev.sluice.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A program of ours that does what it is told, a line at a time, and answers each with a line. */
final class Puppet implements AutoCloseable {

    private final Program program;
    private final PrintStream in;
    private final BufferedReader out;

    private Puppet(Program program) {
        this.program = program;
        this.in = new PrintStream(program.input(), true, StandardCharsets.US_ASCII);
        this.out = program.output();
    }

    static Puppet start(Recipe recipe) throws IOException {
        return new Puppet(Program.converse(recipe));
    }

    Program program() {
        return program;
    }

    /** @throws IOException if it has ended */
    String tell(String order) throws IOException {
        in.println(order);
        var answer = out.readLine();
        if (answer == null) {
            throw new IOException("a program ended when it was told '" + order + "'; see target/bench/*.log");
        }
        return answer;
    }

    /** Tells it that there is nothing more to do, and gives it time to end in order. */
    void dismiss(Duration patience) {
        in.close();
        program.await(patience);
        close();
    }

    @Override
    public void close() {
        program.close();
    }
}
