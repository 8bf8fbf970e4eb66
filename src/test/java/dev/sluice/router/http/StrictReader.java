package dev.sluice.router.http;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
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

        private Read with(String itsBody, boolean itMayBeRefused) {
            return new Read(start, fields, itsBody, itMayBeRefused);
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
    private static final Pattern UNFINISHED_LINE = Pattern.compile("[^\r\n]*\r?");
    private static final Pattern HOST = Pattern.compile("[!-~&&[^/\\\\@,?#\"<>]]*");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]+)([ \\t]*;[\\t -~\\x80-\\xff]*)?");
    private static final Pattern EXTENSIONS = Pattern.compile(
            "([ \\t]*;[ \\t]*" + TOKEN + "([ \\t]*=[ \\t]*(" + TOKEN + "|\"([\\t !#-\\[\\]-~]|\\\\[\\t -~])*\"))?)*");

    private final String text;
    private int at;
    private boolean hasOddExtension;

    private StrictReader(byte[] bytes) {
        text = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static All requests(byte[] bytes) {
        return new StrictReader(bytes).all(StrictReader::requestOrEmptyLine);
    }

    /** Final answers, interim ones left out; {@code methods} are those of the requests, in their order. */
    static All answers(byte[] bytes, List<String> methods) {
        var left = new ArrayDeque<>(methods);
        return new StrictReader(bytes).all(reader -> reader.answer(left));
    }

    private interface Reading {
        Optional<Read> read(StrictReader reader) throws Ended;
    }

    private All all(Reading reading) {
        var messages = new ArrayList<Read>();
        try {
            while (at < text.length()) {
                reading.read(this).ifPresent(messages::add);
            }
            return new All(messages, End.WHOLE);
        } catch (Ended early) {
            return new All(messages, early.how);
        }
    }

    private Optional<Read> requestOrEmptyLine() throws Ended {
        if (text.charAt(at) == '\r') {
            check(line().isEmpty());
            return Optional.empty();
        }
        return Optional.of(request());
    }

    private Read request() throws Ended {
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

    private Optional<Read> answer(Queue<String> methods) throws Ended {
        var head = head(STATUS_LINE);
        check(!methods.isEmpty() && head.status() != 101);
        if (head.status() < 200) {
            return Optional.empty();
        }
        var method = methods.remove();
        boolean isOld = head.start().startsWith("HTTP/1.0");
        check(head.all("transfer-encoding").stream().allMatch(coding -> !isOld && coding.equalsIgnoreCase("chunked")));
        if (method.equals("HEAD") || head.status() == 204 || head.status() == 304) {
            return Optional.of(head);
        }
        return Optional.of(withBody(head, true));
    }

    private Read head(Pattern first) throws Ended {
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

    private Read withBody(Read head, boolean mayEndByClosing) throws Ended {
        var codings = head.all("transfer-encoding");
        var lengths = head.all("content-length");
        check(codings.size() + lengths.size() < 2);
        if (!codings.isEmpty()) {
            check(codings.get(0).equalsIgnoreCase("chunked"));
            return head.with(chunks(), hasOddExtension);
        }
        if (!lengths.isEmpty()) {
            return head.with(take(Long.parseLong(lengths.get(0))), false);
        }
        return mayEndByClosing ? head.with(take(text.length() - at), false) : head;
    }

    private String chunks() throws Ended {
        hasOddExtension = false;
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

    private List<String> fields() throws Ended {
        var fields = new ArrayList<String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var field = FIELD.matcher(line);
            check(field.matches());
            fields.add(field.group(1).toLowerCase(Locale.ROOT) + ":" + field.group(2));
        }
        return fields;
    }

    /** What nobody lets stand in a line, a bare CR or LF, is found by who reads the line. */
    private String line() throws Ended {
        int end = text.indexOf("\r\n", at);
        if (end < 0) {
            check(UNFINISHED_LINE.matcher(text.substring(at)).matches());
            throw new Ended(End.CUT);
        }
        var line = text.substring(at, end);
        at = end + 2;
        return line;
    }

    private String take(long length) throws Ended {
        if (length > text.length() - at) {
            throw new Ended(End.CUT);
        }
        at += (int) length;
        return text.substring(at - (int) length, at);
    }

    private static void check(boolean isRight) throws Ended {
        if (!isRight) {
            throw new Ended(End.WRONG);
        }
    }

    /** Before a message was whole. Without a stack, which would cost a fuzzer more than all the reading. */
    private static final class Ended extends Exception {
        private static final long serialVersionUID = 1L;
        private final End how;

        Ended(End how) {
            super(null, null, false, false);
            this.how = how;
        }
    }
}
