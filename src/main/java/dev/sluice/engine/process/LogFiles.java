package dev.sluice.engine.process;

import dev.sluice.engine.LineCutter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The log of an instance, which its server keeps in two files: when {@code current} is full it becomes {@code older}
 * and a new one is begun.
 */
record LogFiles(Path current, Path older) {

    /** As far back as we look in one file. */
    static final long MOST_BYTES = 4 * 1024 * 1024;

    /** The last lines, oldest first. */
    List<String> last(int lines) throws IOException {
        var newest = read(current, lines);
        return Stream.concat(lastOfOlder(newest.missing()).stream(), newest.lines().stream())
                .toList();
    }

    List<String> lastOfOlder(int lines) throws IOException {
        return lines == 0 ? List.of() : read(older, lines).lines();
    }

    private static LastLines read(Path file, int lines) throws IOException {
        var last = new LastLines(lines);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(Math.max(0, channel.size() - MOST_BYTES));
            var cutter = new LineCutter(last::add);
            var buffer = ByteBuffer.allocate(64 * 1024);
            for (int got = channel.read(buffer); got > 0; got = channel.read(buffer.clear())) {
                cutter.add(buffer.array(), got);
            }
            cutter.end();
        } catch (NoSuchFileException noneYet) {
            return last;
        }
        return last;
    }
}
