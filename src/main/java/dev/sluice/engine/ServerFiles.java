package dev.sluice.engine;

import dev.sluice.hash.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The Python files of the scoring server, by their paths, as they are packed into this program. */
final class ServerFiles {

    private static final int DIGITS = 12;
    private static final String START = "/scoring/__main__.py";

    private final SortedMap<String, byte[]> contents;

    private ServerFiles(SortedMap<String, byte[]> contents) {
        this.contents = contents;
    }

    static ServerFiles packed() throws IOException {
        var start = ServerFiles.class.getResource(START);
        if (start == null) {
            throw new IOException("this program was built without its scoring server");
        }
        try {
            return readFrom(start.toURI());
        } catch (URISyntaxException e) {
            throw new IOException("the scoring server's address makes no sense: " + start, e);
        }
    }

    /** From the folder that the compiler left, or from the jar. */
    private static ServerFiles readFrom(URI start) throws IOException {
        if (!start.getScheme().equals("jar")) {
            return readBeside(Path.of(start));
        }
        try (var jar = FileSystems.newFileSystem(jarOf(start), Map.<String, Object>of())) {
            return readBeside(jar.getPath(START));
        }
    }

    private static Path jarOf(URI start) {
        var address = start.getRawSchemeSpecificPart();
        return Path.of(URI.create(address.substring(0, address.indexOf("!/"))));
    }

    private static ServerFiles readBeside(Path start) throws IOException {
        var root = start.getParent();
        var contents = new TreeMap<String, byte[]>();
        try (var all = Files.walk(root)) {
            all.filter(file -> file.toString().endsWith(".py"))
                    .forEach(file -> contents.put(root.relativize(file).toString(), bytesOf(file)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new ServerFiles(contents);
    }

    private static byte[] bytesOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String hash() {
        var hash = new Sha256();
        contents.forEach((path, content) -> hash.add(path).add("\0").add(content));
        return hash.digits().substring(0, DIGITS);
    }

    /** In a container the files are read by a user who owns nothing here. */
    void writeInto(Path folder) throws IOException {
        readableByAll(folder);
        for (var file : contents.entrySet()) {
            var target = folder.resolve(file.getKey());
            makeFolders(folder, target.getParent());
            Files.write(target, file.getValue());
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static void makeFolders(Path root, Path folder) throws IOException {
        if (!folder.equals(root) && !Files.exists(folder)) {
            makeFolders(root, folder.getParent());
            readableByAll(Files.createDirectory(folder));
        }
    }

    private static void readableByAll(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
