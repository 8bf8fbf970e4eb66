package dev.sluice.control.http;

import java.time.Duration;

/**
 * What one who knows the secret can take of the server, at most.
 *
 * @param connections of those that have shown the secret, and as many of those that have not yet
 * @param head how long one may take to show the secret
 * @param arrival how long a request may take to come in whole
 * @param heartbeat a stream without news shows after so long that it is still there
 * @param patience how long a reader may take nothing of what was sent before it is dropped
 */
record Limits(int connections, int streams, Duration head, Duration arrival, Duration heartbeat, Duration patience) {

    /** Of a request's body, as JSON: 16 MiB of bytes in base64, and what is around them. */
    static final int LARGEST_REQUEST = 24 << 20;

    static final int LONGEST_LINE = 8 << 10;
    static final int LONGEST_HEAD = 16 << 10;

    static final Limits DEFAULT = new Limits(
            256, 128, Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(20));
}
