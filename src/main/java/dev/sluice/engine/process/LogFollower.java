package dev.sluice.engine.process;

import dev.sluice.engine.LineCutter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;

/**
 * Reads on in one instance's log, from one file into the next when the server begins a new one. Should it begin two
 * between two turns, the file between is passed over. Used by one thread at a time.
 */
final class LogFollower implements AutoCloseable {

    /** One turn's share, so that a chatty instance does not keep the others waiting. */
    private static final int MOST_BYTES_A_TURN = 1024 * 1024;

    private final InstanceFolder folder;
    private final LogFiles files;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private final LineCutter cutter = new LineCutter(line -> this.sink.accept(line));
    private Consumer<String> sink;
    private Source source;

    /** The file being read; {@code key} tells it from another of the same name. */
    private record Source(FileChannel channel, Object key) {}

    private LogFollower(InstanceFolder folder, Source source, Consumer<String> sink) {
        this.folder = folder;
        this.files = folder.log();
        this.source = source;
        this.sink = sink;
    }

    /**
     * Hands over the last {@code tail} lines that there are, and stands ready to read on.
     *
     * @throws NoSuchFileException if the instance has been removed
     */
    static LogFollower begin(InstanceFolder folder, int tail, Consumer<String> line) throws IOException {
        var last = new LastLines(tail);
        var follower = new LogFollower(folder, open(folder.log().current()), last::add);
        try {
            follower.readWhatIsThere();
            follower.files.lastOfOlder(last.missing()).forEach(line);
            last.lines().forEach(line);
            follower.sink = line;
            return follower;
        } catch (IOException | RuntimeException e) {
            follower.close();
            throw e;
        }
    }

    /** Hands over what has come since; false once there will be no more because the instance was removed. */
    boolean turn() throws IOException {
        boolean removed = !folder.exists(); // asked first: what was written before the removal is still read
        int share = MOST_BYTES_A_TURN;
        while (share > 0) {
            int got = read();
            share -= got;
            if (got == 0 && (removed || !moveOn())) {
                return !removed;
            }
        }
        return true;
    }

    private void readWhatIsThere() throws IOException {
        var channel = source.channel();
        channel.position(Math.max(0, channel.size() - LogFiles.MOST_BYTES));
        readRest();
    }

    private int read() throws IOException {
        int got = Math.max(0, source.channel().read(buffer.clear()));
        cutter.add(buffer.array(), got);
        return got;
    }

    /** Goes over to the file that the server has begun since; false if it has not. */
    private boolean moveOn() throws IOException {
        try {
            if (key(files.current()).equals(source.key())) {
                return false;
            }
            var next = open(files.current());
            readRest(); // lines may have come between our last look and the change
            source.channel().close();
            source = next;
            return true;
        } catch (NoSuchFileException betweenTheTwo) {
            return false;
        }
    }

    private void readRest() throws IOException {
        int got = read();
        while (got > 0) {
            got = read();
        }
    }

    private static Source open(Path file) throws IOException {
        while (true) {
            var key = key(file);
            var channel = FileChannel.open(file, StandardOpenOption.READ);
            if (key(file).equals(key)) {
                return new Source(channel, key);
            }
            channel.close(); // it changed under our hands
        }
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    @Override
    public void close() throws IOException {
        source.channel().close();
    }
}
