package dev.sluice.router.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Header fields as they came, in one array: what is not asked for is never made an object, and what is not changed is
 * passed on by copying bytes. Fields can be looked up, taken out, and put in at the end, which is what a proxy does;
 * whatever else is asked for, they become Netty's own headers and stay so.
 */
final class RawHeaders extends ThawingHeaders {

    static final int MOST_FIELDS = 64;

    /** For each field: the start of its line, the end of its name, the start and the end of its value. */
    static final int PLACES = 4;

    private static final int MOST_ADDED = 12;

    private final byte[] bytes;
    private final int[] places;
    private final int count;
    private final @Nullable CharSequence[] added = new CharSequence[2 * MOST_ADDED];
    private int addedCount;
    private long removed;
    /** One bit for each name there is: most lookups are for what is not there. */
    private long hashes;

    private @Nullable HttpHeaders thawed;

    /**
     * Takes the arrays over.
     *
     * @param bytes whole lines, each ending in CRLF, one for each field; what is before them is not looked at
     * @param places {@value #PLACES} numbers for each field, and the end of the last line
     * @param removed a bit for each field that is not to be seen
     */
    RawHeaders(byte[] bytes, int[] places, int count, long removed) {
        this.bytes = bytes;
        this.places = places;
        this.count = count;
        this.removed = removed;
        for (int i = 0; i < count; i++) {
            if (!isRemoved(i)) {
                int start = line(i);
                int end = nameEnd(i);
                hashes |= bit(end - start, bytes[start], bytes[end - 1]);
            }
        }
    }

    /** True as long as {@link #writeTo} can write them. */
    boolean areRaw() {
        return thawed == null;
    }

    /** How many bytes {@link #writeTo} writes at most. */
    int length() {
        int length = line(count) - line(0);
        for (int i = 0; i < 2 * addedCount; i++) {
            length += addedAt(i).length() + 2;
        }
        return length;
    }

    void writeTo(ByteBuf out) {
        int from = 0;
        while (from < count) {
            int to = from;
            while (to < count && !isRemoved(to)) {
                to++;
            }
            out.writeBytes(bytes, line(from), line(to) - line(from));
            from = to + 1;
        }
        for (int i = 0; i < 2 * addedCount; i += 2) {
            ByteBufUtil.writeAscii(out, addedAt(i));
            out.writeShort(':' << 8 | ' ');
            ByteBufUtil.writeAscii(out, addedAt(i + 1));
            out.writeShort('\r' << 8 | '\n');
        }
    }

    @Override
    public @Nullable String get(CharSequence name) {
        if (thawed != null) {
            return thawed.get(name);
        }
        int field = find(name, 0);
        if (field >= 0) {
            return value(field);
        }
        int extra = findAdded(name);
        return extra < 0 ? null : addedAt(extra + 1).toString();
    }

    @Override
    public List<String> getAll(CharSequence name) {
        if (thawed != null) {
            return thawed.getAll(name);
        }
        var all = new ArrayList<String>(1);
        for (int i = find(name, 0); i >= 0; i = find(name, i + 1)) {
            all.add(value(i));
        }
        int extra = findAdded(name);
        if (extra >= 0) {
            all.add(addedAt(extra + 1).toString());
        }
        return all;
    }

    @Override
    public boolean contains(CharSequence name) {
        return thawed != null ? thawed.contains(name) : find(name, 0) >= 0 || findAdded(name) >= 0;
    }

    @Override
    public boolean containsValue(CharSequence name, CharSequence value, boolean ignoreCase) {
        return contains(name) && super.containsValue(name, value, ignoreCase);
    }

    @Override
    public HttpHeaders remove(CharSequence name) {
        if (thawed != null) {
            thawed.remove(name);
            return this;
        }
        for (int i = find(name, 0); i >= 0; i = find(name, i + 1)) {
            removed |= 1L << i;
        }
        for (int i = findAdded(name); i >= 0; i = findAdded(name)) {
            addedCount--;
            System.arraycopy(added, i + 2, added, i, 2 * addedCount - i);
        }
        return this;
    }

    @Override
    public HttpHeaders set(CharSequence name, Object value) {
        if (thawed == null && addedCount < MOST_ADDED && value instanceof CharSequence text && isPlain(text)) {
            remove(name);
            added[2 * addedCount] = name;
            added[2 * addedCount + 1] = text;
            addedCount++;
            hashes |= bit(name);
        } else {
            thaw().set(name, value);
        }
        return this;
    }

    @Override
    public HttpHeaders copy() {
        if (thawed != null) {
            return thawed.copy();
        }
        // What was read is never written to, so that both may have it.
        var copy = new RawHeaders(bytes, places, count, removed);
        System.arraycopy(added, 0, copy.added, 0, 2 * addedCount);
        copy.addedCount = addedCount;
        copy.hashes = hashes;
        return copy;
    }

    private HttpHeaders toNetty() {
        var netty = new DefaultHttpHeaders();
        for (int i = 0; i < count; i++) {
            if (!isRemoved(i)) {
                netty.add(new AsciiString(bytes, line(i), nameEnd(i) - line(i), false), value(i));
            }
        }
        for (int i = 0; i < 2 * addedCount; i += 2) {
            netty.add(addedAt(i), addedAt(i + 1));
        }
        return netty;
    }

    @Override
    HttpHeaders thaw() {
        if (thawed == null) {
            thawed = toNetty();
        }
        return thawed;
    }

    private int find(CharSequence name, int from) {
        if (isAbsent(name)) {
            return -1;
        }
        for (int i = from; i < count; i++) {
            if (!isRemoved(i) && isNamed(i, name)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isNamed(int field, CharSequence name) {
        int start = line(field);
        if (nameEnd(field) - start != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (AsciiString.toLowerCase((char) bytes[start + i]) != AsciiString.toLowerCase(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private int findAdded(CharSequence name) {
        if (isAbsent(name)) {
            return -1;
        }
        for (int i = 0; i < 2 * addedCount; i += 2) {
            if (AsciiString.contentEqualsIgnoreCase(addedAt(i), name)) {
                return i;
            }
        }
        return -1;
    }

    private CharSequence addedAt(int index) {
        var text = added[index];
        if (text == null) {
            throw new IllegalStateException("nothing was added at " + index);
        }
        return text;
    }

    private boolean isRemoved(int field) {
        return (removed & 1L << field) != 0;
    }

    private String value(int field) {
        int start = places[PLACES * field + 2];
        return new String(bytes, start, places[PLACES * field + 3] - start, StandardCharsets.ISO_8859_1);
    }

    /** Where its line starts, which is where the one before ends. */
    private int line(int field) {
        return places[PLACES * field];
    }

    private int nameEnd(int field) {
        return places[PLACES * field + 1];
    }

    private boolean isAbsent(CharSequence name) {
        return (hashes & bit(name)) == 0;
    }

    private static long bit(CharSequence name) {
        return bit(name.length(), name.charAt(0), name.charAt(name.length() - 1));
    }

    /** By length and both ends, in whichever case: as good as a hash of all of it, and the same for bytes and text. */
    private static long bit(int length, int first, int last) {
        return 1L << length + 7 * (first | ' ') + 31 * (last | ' ');
    }

    /** What is put in is ours and short; anything that is neither goes the way that checks everything. */
    private static boolean isPlain(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + toNetty().names();
    }
}
