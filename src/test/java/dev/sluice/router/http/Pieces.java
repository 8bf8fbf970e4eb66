package dev.sluice.router.http;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * How many bytes come at first and how many at a time further on: chosen by the bytes themselves, so that they fail alike
 * whenever they fail. One by one is among it, but not for each input, since that is many times as slow.
 */
record Pieces(int first, int further) {

    static Pieces of(byte[] bytes) {
        var random = new Random(Arrays.hashCode(bytes));
        int most = Math.max(1, bytes.length);
        return new Pieces(1 + random.nextInt(most), 1 + random.nextInt(most));
    }

    /** All of a fuzz test's, whatever its method. */
    static List<byte[]> seeds(Class<?> test) throws IOException, URISyntaxException {
        var root = Objects.requireNonNull(test.getResource(test.getSimpleName() + "Inputs"));
        var seeds = new ArrayList<byte[]>();
        try (var files = Files.walk(Path.of(root.toURI()))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }
}
