package dev.sluice.router.http;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads HTTP/1 to the letter of RFC 9112 and shares no code with the router or Netty: what two readers could take
 * differently is wrong here, and there is no second spelling of anything. The fuzz tests' other opinion.
 */
final class StrictReader {

    /** How the bytes end: with a whole message, in the midst of one, or with something that is none. */
    enum End {
        WHOLE,
        CUT,
        WRONG
    }

    /**
     * @param fields without the blanks around their values, in their order; names in lower case
     * @param mayBeRefused a chunk's extension is not by the grammar, or not in ASCII, but hides no end of a line; since
     *     nobody passes extensions on, it may be let through as well
     */
    record Read(String start, List<String> fields, String body, boolean mayBeRefused) {
        String method() {
            return start.substring(0, start.indexOf(' '));
        }

        String target() {
            return start.split(" ", -1)[1];
        }

        int status() {
            return Integer.parseInt(start.substring(9, 12));
        }

        List<String> all(String name) {
            return fields.stream()
                    .filter(field -> field.startsWith(name + ":"))
                    .map(field -> field.substring(name.length() + 1))
                    .toList();
        }

        boolean saysClose() {
            return all("connection").stream().anyMatch(said -> said.equalsIgnoreCase("close"));
        }
    }

    /** Every whole message, and how the bytes end. */
    record All(List<Read> messages, End end) {}

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern REQUEST_LINE = Pattern.compile(TOKEN + " [!-\"$-~]+ HTTP/1\\.[01]");
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] [1-9][0-9]{2} [\\t -~\\x80-\\xff]*");
    private static final Pattern FIELD = Pattern.compile(
            "(" + TOKEN + "):[ \\t]*([!-~\\x80-\\xff]?|[!-~\\x80-\\xff][\\t -~\\x80-\\xff]*[!-~\\x80-\\xff])[ \\t]*");
    private static final Pattern HOST = Pattern.compile("[!-~&&[^/\\\\@,?#\"<>]]*");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]+)([ \\t]*;[\\t -~\\x80-\\xff]*)?");
    private static final Pattern EXTENSIONS = Pattern.compile(
            "([ \\t]*;[ \\t]*" + TOKEN + "([ \\t]*=[ \\t]*(" + TOKEN + "|\"([\\t !#-\\[\\]-~]|\\\\[\\t -~])*\"))?)*");

    private final byte[] bytes;
    private int at;
    private boolean hasOddExtension;

    private StrictReader(byte[] bytes) {
        this.bytes = bytes;
    }

    static All requests(byte[] bytes) {
        return new StrictReader(bytes).all(StrictReader::requestAfterEmptyLines);
    }

    /** Final answers, interim ones left out; {@code methods} are those of the requests, in their order. */
    static All answers(byte[] bytes, List<String> methods) {
        var left = new ArrayList<>(methods);
        return new StrictReader(bytes).all(reader -> Optional.of(reader.answer(left.isEmpty() ? "" : left.remove(0))));
    }

    private interface Reading {
        Optional<Read> read(StrictReader reader) throws Cut, Wrong;
    }

    private All all(Reading reading) {
        var messages = new ArrayList<Read>();
        try {
            while (at < bytes.length) {
                reading.read(this).ifPresent(messages::add);
            }
            return new All(messages, End.WHOLE);
        } catch (Cut cut) {
            return new All(messages, End.CUT);
        } catch (Wrong wrong) {
            return new All(messages, End.WRONG);
        }
    }

    private Optional<Read> requestAfterEmptyLines() throws Cut, Wrong {
        while (bytes[at] == '\r') {
            check(line().isEmpty());
            if (at == bytes.length) {
                return Optional.empty();
            }
        }
        return Optional.of(request());
    }

    private Read request() throws Cut, Wrong {
        var head = head(REQUEST_LINE);
        boolean isOld = head.start().endsWith("0");
        var hosts = head.all("host");
        check(hosts.size() == 1 || hosts.isEmpty() && isOld);
        for (var host : hosts) {
            check(HOST.matcher(host).matches());
        }
        check(isTarget(head, hosts));
        check(head.all("transfer-encoding").isEmpty() || !isOld);
        return withBody(head, false);
    }

    private static boolean isTarget(Read head, List<String> hosts) {
        var target = head.target();
        if (target.startsWith("/") || target.equals("*") && head.method().equals("OPTIONS")) {
            return true;
        }
        var rest = target.toLowerCase(Locale.ROOT).startsWith("http://") ? target.substring(7) : "/";
        int slash = rest.indexOf('/');
        var authority = slash < 0 ? rest : rest.substring(0, slash);
        return !authority.isEmpty() && hosts.stream().anyMatch(authority::equalsIgnoreCase);
    }

    private Read answer(String method) throws Cut, Wrong {
        check(!method.isEmpty());
        var head = head(STATUS_LINE);
        while (head.status() < 200 && head.status() != 101) {
            head = head(STATUS_LINE);
        }
        check(head.status() != 101);
        boolean isOld = head.start().startsWith("HTTP/1.0");
        check(head.all("transfer-encoding").stream().allMatch(coding -> !isOld && coding.equalsIgnoreCase("chunked")));
        if (method.equals("HEAD") || head.status() == 204 || head.status() == 304) {
            return head;
        }
        return withBody(head, true);
    }

    private Read head(Pattern first) throws Cut, Wrong {
        var start = line();
        check(first.matcher(start).matches());
        var head = new Read(start, fields(), "", false);
        var lengths = head.all("content-length");
        check(lengths.size() < 2 && lengths.stream().allMatch(StrictReader::isLength));
        return head;
    }

    private static boolean isLength(String text) {
        return text.matches("[0-9]+") && new BigInteger(text).bitLength() < Long.SIZE;
    }

    private Read withBody(Read head, boolean mayEndByClosing) throws Cut, Wrong {
        var codings = head.all("transfer-encoding");
        var lengths = head.all("content-length");
        check(codings.size() + lengths.size() < 2);
        if (!codings.isEmpty()) {
            check(codings.get(0).equalsIgnoreCase("chunked"));
            return new Read(head.start(), head.fields(), chunks(), hasOddExtension);
        }
        if (!lengths.isEmpty()) {
            return new Read(head.start(), head.fields(), take(Long.parseLong(lengths.get(0))), false);
        }
        return mayEndByClosing ? new Read(head.start(), head.fields(), take(bytes.length - at), false) : head;
    }

    private String chunks() throws Cut, Wrong {
        var body = new StringBuilder();
        while (true) {
            var size = CHUNK.matcher(line());
            check(size.matches());
            hasOddExtension |=
                    size.group(2) != null && !EXTENSIONS.matcher(size.group(2)).matches();
            var length = new BigInteger(size.group(1), 16);
            check(length.bitLength() < Integer.SIZE);
            if (length.signum() == 0) {
                fields();
                return body.toString();
            }
            body.append(take(length.intValue()));
            check(line().isEmpty());
        }
    }

    private List<String> fields() throws Cut, Wrong {
        var fields = new ArrayList<String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var field = FIELD.matcher(line);
            check(field.matches());
            fields.add(field.group(1).toLowerCase(Locale.ROOT) + ":" + field.group(2));
        }
        return fields;
    }

    private String line() throws Cut, Wrong {
        var line = new ByteArrayOutputStream();
        while (at < bytes.length) {
            byte next = bytes[at++];
            check(next != '\n');
            if (next == '\r') {
                check(at == bytes.length || bytes[at] == '\n');
                if (at++ < bytes.length) {
                    return line.toString(StandardCharsets.ISO_8859_1);
                }
                break;
            }
            line.write(next);
        }
        throw new Cut();
    }

    private String take(long length) throws Cut {
        if (length > bytes.length - at) {
            throw new Cut();
        }
        at += (int) length;
        return new String(bytes, at - (int) length, (int) length, StandardCharsets.ISO_8859_1);
    }

    private static void check(boolean isRight) throws Wrong {
        if (!isRight) {
            throw new Wrong();
        }
    }

    private static final class Cut extends Exception {
        private static final long serialVersionUID = 1L;

        Cut() {
            super(null, null, false, false);
        }
    }

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong() {
            super(null, null, false, false);
        }
    }
}
