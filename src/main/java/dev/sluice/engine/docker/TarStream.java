package dev.sluice.engine.docker;

import dev.sluice.engine.docker.ContextFile.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Files as one tar file, made while it is read: nothing of it is ever kept on disk, and not more in memory than is read at
 * once. For one thread; {@link #close} may come from another. A file that changes meanwhile ends it with {@link
 * Unreadable}.
 */
final class TarStream extends InputStream {

    private static final int PIECE = 64 * 1024;

    /** A file cannot be sent as it was found; the message names it. */
    static final class Unreadable extends IOException {

        private static final long serialVersionUID = 1L;

        private Unreadable(String message, IOException cause) {
            super(message, cause);
        }
    }

    private final Iterator<ContextFile> files;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(made, StandardCharsets.UTF_8.name());
    private ContextFile current = ContextFile.folder("");
    private InputStream open = InputStream.nullInputStream();
    private boolean inFile;
    private boolean complete;
    private boolean closed;
    private byte[] ready = {};
    private int taken;

    TarStream(List<ContextFile> files) {
        this.files = files.iterator();
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    @Override
    public int read() throws IOException {
        return isFilled() ? ready[taken++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!isFilled()) {
            return -1;
        }
        int count = Math.min(length, ready.length - taken);
        System.arraycopy(ready, taken, into, offset, count);
        taken += count;
        return count;
    }

    private synchronized boolean isFilled() throws IOException {
        while (taken == ready.length && !complete) {
            if (closed) {
                throw new IOException("the build was given up");
            }
            makeMore();
            ready = made.toByteArray();
            made.reset();
            taken = 0;
        }
        return taken < ready.length;
    }

    private void makeMore() throws IOException {
        if (inFile) {
            goOn();
        } else if (files.hasNext()) {
            current = files.next();
            begin(current);
        } else {
            tar.finish();
            complete = true;
        }
    }

    private void goOn() throws IOException {
        try {
            var piece = open.readNBytes(PIECE);
            tar.write(piece); // complains if the file has become longer than it was
            if (piece.length < PIECE) {
                open.close();
                tar.closeArchiveEntry(); // and here if it has become shorter
                inFile = false;
            }
        } catch (IOException e) {
            throw new Unreadable("the file " + current.name() + " changed while it was sent to Docker", e);
        }
    }

    private void begin(ContextFile file) throws IOException {
        var entry = header(file);
        if (file.content() instanceof Content.OnDisk onDisk) {
            open = opened(file, onDisk);
            entry.setSize(onDisk.bytes());
            inFile = true;
        } else if (file.content() instanceof Content.Text text) {
            var bytes = text.text().getBytes(StandardCharsets.UTF_8);
            open = new ByteArrayInputStream(bytes);
            entry.setSize(bytes.length);
            inFile = true;
        }
        tar.putArchiveEntry(entry);
        if (!inFile) {
            tar.closeArchiveEntry();
        }
    }

    private static InputStream opened(ContextFile file, Content.OnDisk onDisk) throws IOException {
        try {
            return Files.newInputStream(onDisk.file());
        } catch (IOException e) {
            throw new Unreadable("the file " + file.name() + " cannot be read any more", e);
        }
    }

    private static TarArchiveEntry header(ContextFile file) {
        if (file.content() instanceof Content.Link link) {
            var entry = new TarArchiveEntry(file.name(), TarConstants.LF_SYMLINK);
            entry.setLinkName(link.target());
            return entry;
        }
        boolean isFolder = file.content() instanceof Content.Folder;
        var entry = new TarArchiveEntry(file.name() + (isFolder ? "/" : ""));
        entry.setMode((isFolder ? 040000 : 0100000) | file.mode());
        entry.setModTime(0);
        return entry;
    }

    /** Ends it wherever it is. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
