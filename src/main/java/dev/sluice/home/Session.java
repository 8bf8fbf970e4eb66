package dev.sluice.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Sessions of the operating system: what has one of its own is not ended by Ctrl+C or with the terminal. */
final class Session {

    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private Session() {}

    /** The command in a session of its own, under the same process number; as it is where there is no {@code setsid}. */
    static List<String> detached(List<String> command) {
        return SETSID.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .map(setsid -> Stream.concat(Stream.of(setsid.toString()), command.stream())
                        .toList())
                .orElse(command);
    }
}
