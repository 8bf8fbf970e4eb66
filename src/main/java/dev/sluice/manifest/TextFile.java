package dev.sluice.manifest;

import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Gets the text out of a user's file: of a bounded size, in UTF-8, and out of a file that is one. */
final class TextFile {

    private final Path path;

    private TextFile(Path path) {
        this.path = path;
    }

    static Decoded<YamlText> read(Path path) {
        return new TextFile(path).read();
    }

    private Decoded<YamlText> read() {
        if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
            return refused(
                    Problem.Code.NOT_FOUND, "it is no file but a pipe, device or the like", "choose a YAML file");
        }
        try (var in = Files.newInputStream(path)) {
            var bytes = in.readNBytes(YamlText.MOST_BYTES + 1);
            return bytes.length > YamlText.MOST_BYTES
                    ? refused(Problem.Code.BAD_VALUE, "the file is larger than 1 MiB", "choose a YAML file")
                    : decoded(bytes);
        } catch (IOException e) {
            return Files.exists(path)
                    ? refused(Problem.Code.NOT_FOUND, "the file cannot be read", "choose a readable YAML file")
                    : refused(Problem.Code.NOT_FOUND, "there is no such file", "correct the path");
        }
    }

    private Decoded<YamlText> decoded(byte[] bytes) {
        if (isUtf16(bytes)) {
            return refused(Problem.Code.SYNTAX, "the file is UTF-16 text", "save it as UTF-8");
        }
        if (bytes.length > 0 && bytes[0] == 0) {
            return refused(Problem.Code.SYNTAX, "the file is not UTF-8 text", "save it as UTF-8");
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new Decoded.Value<>(new YamlText(path.toString(), folder(), text.toString()));
        } catch (CharacterCodingException e) {
            return refused(Problem.Code.SYNTAX, "the file is not UTF-8 text", "save it as UTF-8");
        }
    }

    /** By its mark; or, since a manifest begins with a Latin letter or sign, by which half of that is zero. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean marked = first == 0xfe && second == 0xff || first == 0xff && second == 0xfe;
        return marked || (first == 0) != (second == 0);
    }

    private Path folder() {
        return path.toAbsolutePath().resolveSibling("").normalize();
    }

    private Decoded<YamlText> refused(Problem.Code code, String message, String remedy) {
        return new Decoded.Rejected<>(
                List.of(new Problem(code, "", message, remedy, new Place(path.toString(), 1, 1))));
    }
}
