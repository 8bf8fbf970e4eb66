package dev.sluice.router.http;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;

/** Whoever has a connection to an instance, and waits for what comes back on it. Called on its own event loop. */
interface AnswerListener {

    /** The connection is ours now. May be called before {@link ConnectionPool#lease} returns. */
    void connected(UpstreamConnection connection);

    /** No connection could be made; nothing was sent. */
    void unreachable();

    void head(HttpResponse head);

    /** A part of the body, the last one being a {@code LastHttpContent}. The listener releases it. */
    void content(HttpContent content);

    /** All that has arrived has been handed over: time to flush. */
    void pause();

    /** The instance takes more again. */
    void writable();

    /** The connection broke, or what came was not HTTP; it is closed already, and nothing more will come. */
    void broken();
}
