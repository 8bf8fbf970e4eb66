package dev.sluice.engine.process;

import dev.sluice.engine.InstanceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/** One instance's own folder: its record, the file that its server writes its port to, and its log. */
record InstanceFolder(Path path) {

    InstanceId id() {
        return new InstanceId(path.getFileName().toString());
    }

    Path portFile() {
        return path.resolve("port");
    }

    LogFiles log() {
        return new LogFiles(path.resolve("log"), path.resolve("log.1"));
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** The port that the server listens on; empty until all its workers are ready. */
    OptionalInt port() {
        try {
            return OptionalInt.of(Integer.parseInt(Files.readString(portFile()).strip()));
        } catch (IOException | NumberFormatException notYet) {
            return OptionalInt.empty();
        }
    }

    /** Empty in a folder that a crash left half made. */
    Optional<InstanceRecord> record() {
        try (var in = Files.newInputStream(recordFile())) {
            var text = new Properties();
            text.load(in);
            return InstanceRecord.from(text);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    void write(InstanceRecord record) throws IOException {
        var draft = path.resolve("instance.draft");
        try (var out = Files.newOutputStream(draft)) {
            record.toProperties().store(out, "An instance of Sluice's");
        }
        Files.move(draft, recordFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path recordFile() {
        return path.resolve("instance.properties");
    }

    /**
     * The processes that were started for this folder, whether or not we know their ids: the server and the workers
     * that it forked. Looks at every process of the computer, so it is for ends and for crashes.
     */
    List<ProcessHandle> processes() {
        var ours = portFile().toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> List.of(arguments).contains(ours))
                        .isPresent())
                .toList();
    }

    /** Removes everything, the record last: what a crash leaves can still be found and removed again. */
    void remove() throws IOException {
        if (!exists()) {
            return;
        }
        try (var files = Files.list(path)) {
            for (var file :
                    files.sorted(Comparator.comparing(recordFile()::equals)).toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(path);
        } catch (NoSuchFileException alreadyGone) {
            return; // somebody else removed it meanwhile: what we want
        }
    }
}
