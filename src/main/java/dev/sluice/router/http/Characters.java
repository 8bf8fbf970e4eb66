package dev.sluice.router.http;

/** Which bytes may stand where in a message's head (RFC 9110, 5.5 and 5.6.2; RFC 9112, 3.2). */
final class Characters {

    private static final byte TOKEN = 1;
    private static final byte VALUE = 2;
    private static final byte TARGET = 4;
    private static final byte HOST = 8;
    private static final byte[] KINDS = new byte[256];

    static {
        for (int c = 0; c < KINDS.length; c++) {
            boolean isVisible = c > ' ' && c < 0x7f;
            boolean isToken = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || isVisible && "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
            boolean isValue = isVisible || c == ' ' || c == '\t' || c >= 0x80;
            boolean isTarget = isVisible && c != '#';
            boolean isHost = isVisible && "/\\@,?#\"<>".indexOf(c) < 0;
            KINDS[c] = (byte)
                    ((isToken ? TOKEN : 0) | (isValue ? VALUE : 0) | (isTarget ? TARGET : 0) | (isHost ? HOST : 0));
        }
    }

    private Characters() {}

    static boolean isToken(byte b) {
        return (KINDS[b & 0xff] & TOKEN) != 0;
    }

    static boolean isValue(byte b) {
        return (KINDS[b & 0xff] & VALUE) != 0;
    }

    static boolean isTarget(byte b) {
        return (KINDS[b & 0xff] & TARGET) != 0;
    }

    static boolean isHost(byte b) {
        return (KINDS[b & 0xff] & HOST) != 0;
    }
}
