package dev.sluice.app;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a window manager does when the user presses a window's cross, in the words of the X protocol (X11R7, appendix B):
 * no program that could be told to is on every computer. For one thread.
 */
final class PlayedWindowManager implements AutoCloseable {

    private static final int REPLY_BYTES = 32;
    private static final int ERROR = 0;
    private static final int REPLY = 1;
    private static final int CLIENT_MESSAGE = 33;
    private static final int VIEWABLE = 2;

    private final SocketChannel server;
    private final int root;
    private final int protocols;
    private final int deleteWindow;

    private PlayedWindowManager(SocketChannel server) throws IOException {
        this.server = server;
        root = greet();
        protocols = atom("WM_PROTOCOLS");
        deleteWindow = atom("WM_DELETE_WINDOW");
    }

    /** @param display its number, such as 7 */
    static PlayedWindowManager on(String display) throws IOException {
        var server = SocketChannel.open(StandardProtocolFamily.UNIX);
        server.connect(UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + display));
        return new PlayedWindowManager(server);
    }

    /** The windows that can be seen and would take part in their closing. */
    List<Integer> windows() throws IOException {
        var shown = new ArrayList<Integer>();
        var tree = answer(request(15, 0, 2).putInt(root));
        int children = tree.getShort(16);
        for (int i = 0; i < children; i++) {
            int window = tree.getInt(REPLY_BYTES + 4 * i);
            if (isViewable(window) && hasProtocols(window)) {
                shown.add(window);
            }
        }
        return shown;
    }

    /** Asks the program to close its window. */
    void close(int window) throws IOException {
        var message = request(25, 0, 11).putInt(window).putInt(0);
        message.put((byte) CLIENT_MESSAGE).put((byte) 32).putShort((short) 0);
        message.putInt(window).putInt(protocols).putInt(deleteWindow).putInt(0);
        send(message);
        atom("WM_DELETE_WINDOW"); // is answered when the message has gone on
    }

    private boolean isViewable(int window) throws IOException {
        return answer(request(3, 0, 2).putInt(window)).get(26) == VIEWABLE;
    }

    private boolean hasProtocols(int window) throws IOException {
        var wanted =
                request(20, 0, 6).putInt(window).putInt(protocols).putInt(0).putInt(0);
        return answer(wanted.putInt(0)).getInt(8) != 0;
    }

    private int atom(String name) throws IOException {
        var letters = name.getBytes(StandardCharsets.US_ASCII);
        int words = (letters.length + 3) / 4;
        return answer(request(16, 0, 2 + words)
                        .putShort((short) letters.length)
                        .putShort((short) 0)
                        .put(letters))
                .getInt(8);
    }

    /** The first screen's root window. */
    private int greet() throws IOException {
        send(words(3).put((byte) 'l').put((byte) 0).putShort((short) 11));
        var head = read(8);
        if (head.get(0) != 1) {
            throw new IOException("the X server lets nobody in");
        }
        var setup = read(4 * Short.toUnsignedInt(head.getShort(6)));
        int vendor = (Short.toUnsignedInt(setup.getShort(16)) + 3) / 4 * 4;
        return setup.getInt(32 + vendor + 8 * setup.get(21));
    }

    private static ByteBuffer request(int code, int detail, int words) {
        return words(words).put((byte) code).put((byte) detail).putShort((short) words);
    }

    private static ByteBuffer words(int count) {
        return ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer answer(ByteBuffer request) throws IOException {
        send(request);
        var head = read(REPLY_BYTES);
        while (head.get(0) != REPLY && head.get(0) != ERROR) { // what everybody is told, such as of another keyboard
            head = read(REPLY_BYTES);
        }
        if (head.get(0) == ERROR) {
            // Of a window that has just gone nothing can be said: as good as one that cannot be seen.
            return words(REPLY_BYTES / 4);
        }
        var rest = read(4 * head.getInt(4));
        return words((REPLY_BYTES + rest.capacity()) / 4).put(head).put(rest);
    }

    private void send(ByteBuffer request) throws IOException {
        request.rewind();
        while (request.hasRemaining()) {
            server.write(request);
        }
    }

    private ByteBuffer read(int bytes) throws IOException {
        var read = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (read.hasRemaining()) {
            if (server.read(read) < 0) {
                throw new EOFException("the X server has ended");
            }
        }
        return read.rewind();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
