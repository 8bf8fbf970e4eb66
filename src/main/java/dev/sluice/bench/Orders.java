package dev.sluice.bench;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a program under a benchmark does: reads orders from standard input and answers each on standard output. */
public final class Orders {

    private Orders() {}

    /** Carries one order out; its answer is one line. */
    public interface Servant {
        String answer(String order) throws IOException;
    }

    /** Until standard input ends, so that no puppet outlives whoever started it. */
    public static void follow(Servant servant) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII)) {
            for (var order = in.readLine(); order != null; order = in.readLine()) {
                out.println(servant.answer(order));
            }
        }
    }
}
