package dev.sluice.router;

/** Decides whether a caller may use an endpoint, by its {@code Authorization} header, in constant time. */
public interface Access {

    /** @param authorization the header's value; empty if there is none */
    Verdict check(String authorization);

    /** Three reasons to refuse, each a body that the cloud's front end sends (reference 3.1). */
    enum Verdict {
        GRANTED,
        /** No header, or not a bearer header. */
        BAD_HEADER,
        /** A key or token that is not this endpoint's. */
        DENIED,
        /** A token that was good once. */
        EXPIRED
    }
}
