package dev.sluice.console;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** Writes pictures of windows. Swing could do it too, and would be the only reason to bring it in. */
public final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Png() {}

    public static void write(Image image, Path file) {
        try {
            Files.createDirectories(file.getParent());
            var bytes = new ByteArrayOutputStream();
            bytes.write(SIGNATURE);
            chunk(bytes, "IHDR", head((int) image.getWidth(), (int) image.getHeight()));
            chunk(bytes, "IDAT", pixels(image));
            chunk(bytes, "IEND", new byte[0]);
            Files.write(file, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Eight bits each of red, green and blue. */
    private static byte[] head(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[] {8, 2, 0, 0, 0});
        return bytes.toByteArray();
    }

    /** Little packed, but soon: a gallery has hundreds. */
    private static byte[] pixels(Image image) throws IOException {
        int width = (int) image.getWidth();
        int[] argb = new int[width];
        byte[] line = new byte[1 + 3 * width];
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), argb, 0, width);
                for (int x = 0; x < width; x++) {
                    line[3 * x + 1] = (byte) (argb[x] >> 16);
                    line[3 * x + 2] = (byte) (argb[x] >> 8);
                    line[3 * x + 3] = (byte) argb[x];
                }
                out.write(line);
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream target, String type, byte[] data) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        var out = new DataOutputStream(target);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
