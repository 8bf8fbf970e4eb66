package dev.sluice.engine.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** What the host must allow so that the user in a container, who owns nothing here, can read a deployment's files. */
final class SharedFiles {

    /** For a program that runs as root, whose instances must not. */
    private static final String NOBODY_SPECIAL = "10001:10001";

    private static final Set<PosixFilePermission> READ =
            EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
    private static final Set<PosixFilePermission> ENTER =
            EnumSet.of(PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    private SharedFiles() {}

    /** The owner of the state folder, unless that is root. */
    static String userFor(Path home) throws IOException {
        var owner = Files.readAttributes(home, "unix:uid,gid");
        return Integer.valueOf(0).equals(owner.get("uid")) ? NOBODY_SPECIAL : owner.get("uid") + ":" + owner.get("gid");
    }

    /**
     * Lets everybody read a deployment's own copy of its files. Who cannot enter the state folder cannot reach them all
     * the same; a container can, because they are mounted into it.
     */
    static void makeReadable(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            for (var path : (Iterable<Path>) tree::iterator) {
                if (!Files.isSymbolicLink(path)) {
                    widen(path);
                }
            }
        }
    }

    private static void widen(Path path) throws IOException {
        var before = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        var after = EnumSet.copyOf(READ);
        after.addAll(before);
        if (before.contains(PosixFilePermission.OWNER_EXECUTE)) {
            after.addAll(ENTER);
        }
        if (!after.equals(before)) {
            Files.setPosixFilePermissions(path, after);
        }
    }
}
