package dev.sluice.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Linux tells of processes in {@code /proc}; empty where there is none. */
final class ProcTree {

    private static final String LISTENING = "0A";
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Path root;

    ProcTree(Path root) {
        this.root = root;
    }

    /** Who listens at this port, for both versions of the protocol. */
    Optional<Computer.Listener> listener(int port) {
        return Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> lines(table).skip(1))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 9 && fields[3].equals(LISTENING) && portOf(fields[1]) == port)
                .map(fields -> fields[9])
                .findFirst()
                .map(inode -> new Computer.Listener(ownerOfSocket(inode)));
    }

    /** Of an address such as {@code 0100007F:1F90}. */
    private static int portOf(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }

    private Optional<String> ownerOfSocket(String inode) {
        var socket = Path.of("socket:[" + inode + "]");
        return processes()
                .filter(process -> openFiles(process).contains(socket))
                .findFirst()
                .map(process -> name(process) + " (pid " + process.getFileName() + ")");
    }

    /** By the file's number, as {@code /proc/locks} has it. */
    Optional<Long> lockHolder(Path file) {
        return inode(file)
                .flatMap(inode -> lines("locks")
                        .map(line -> line.strip().split("\\s+"))
                        .filter(fields -> fields.length > 5 && fields[5].endsWith(":" + inode))
                        .map(fields -> Long.parseLong(fields[4]))
                        .findFirst());
    }

    private static Optional<Object> inode(Path file) {
        try {
            return Optional.of(Files.getAttribute(file, "unix:ino"));
        } catch (IOException | UnsupportedOperationException notThere) {
            return Optional.empty();
        }
    }

    private String name(Path process) {
        return lines(process.getFileName() + "/comm").findFirst().orElse("a program");
    }

    private Stream<Path> processes() {
        return entries(root).stream()
                .filter(entry -> NUMBER.matcher(entry.getFileName().toString()).matches());
    }

    /** Where its open files lead; empty if that may not be seen. */
    private static List<Path> openFiles(Path process) {
        return entries(process.resolve("fd")).stream().flatMap(ProcTree::target).toList();
    }

    private static Stream<Path> target(Path link) {
        try {
            return Stream.of(Files.readSymbolicLink(link));
        } catch (IOException closedMeanwhile) {
            return Stream.empty();
        }
    }

    private static List<Path> entries(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException | UncheckedIOException | DirectoryIteratorException notToBeSeen) {
            return List.of();
        }
    }

    private Stream<String> lines(String file) {
        try {
            return Files.readAllLines(root.resolve(file)).stream();
        } catch (IOException notThere) {
            return Stream.empty();
        }
    }
}
