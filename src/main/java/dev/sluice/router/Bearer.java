package dev.sluice.router;

/** Reads what follows {@code Bearer} in an {@code Authorization} header. */
final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** The key or token; empty if the header is not a bearer header or holds none. */
    static String credential(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : "";
    }
}
