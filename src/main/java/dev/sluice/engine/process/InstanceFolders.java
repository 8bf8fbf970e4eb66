package dev.sluice.engine.process;

import dev.sluice.engine.InstanceId;
import dev.sluice.engine.InstanceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folders of all instances of one state folder: {@code <home>/instances/<endpoint>.<instance>}. */
final class InstanceFolders {

    /** Ids come back to us from outside; one that is no plain name could lead out of the folder. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9_.]*");

    private static final int LONGEST_NAME = 120;

    private final Path root;

    private InstanceFolders(Path root) {
        this.root = root;
    }

    /** Opens the folders, and removes what a crash left half made. */
    static InstanceFolders in(Path home) throws IOException {
        var root = Files.createDirectories(home.resolve("instances").toAbsolutePath());
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        var folders = new InstanceFolders(root.toRealPath());
        for (var folder : folders.present()) {
            if (folder.record().isEmpty()) {
                folder.processes().forEach(ProcessHandle::destroyForcibly);
                folder.remove();
            }
        }
        return folders;
    }

    /** A new folder for the instance; fails if there is one of that name. */
    InstanceFolder create(InstanceKey key) throws IOException {
        var name = key.deployment().endpoint().folded() + "." + key.name();
        if (!isName(name)) {
            throw new IllegalArgumentException("'" + key.name() + "' cannot be the name of an instance");
        }
        var onlyOurs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        return new InstanceFolder(Files.createDirectory(root.resolve(name), onlyOurs));
    }

    Optional<InstanceFolder> find(InstanceId id) {
        return Optional.of(id.text())
                .filter(InstanceFolders::isName)
                .map(name -> new InstanceFolder(root.resolve(name)))
                .filter(InstanceFolder::exists);
    }

    List<InstanceFolder> present() throws IOException {
        try (var children = Files.list(root)) {
            return children.filter(Files::isDirectory)
                    .sorted()
                    .map(InstanceFolder::new)
                    .toList();
        }
    }

    private static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }
}
