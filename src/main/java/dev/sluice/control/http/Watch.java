package dev.sluice.control.http;

import dev.sluice.control.http.json.Codec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one subject until it is closed: a stream that breaks, also because the runtime has ended, is begun anew where
 * the runtime is then. {@link #begin} and {@link #close} may be called from any thread; the rest, also the listener, is
 * for the link's own.
 */
final class Watch<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final Link link;
    private final Abreast abreast;
    private final Codec codec;
    private final Subject<T> subject;
    private final Route route;
    private final Continuation<T> continuation;
    private Duration pause = SHORTEST_PAUSE;
    private Runnable hangUp = () -> {};
    private volatile boolean closed;

    Watch(Link link, Abreast abreast, Codec codec, Subject<T> subject, Consumer<T> listener) {
        this.link = link;
        this.abreast = abreast;
        this.codec = codec;
        this.subject = subject;
        route = Api.v1().of(subject);
        continuation = Continuation.of(subject, listener);
    }

    Watch<T> begin() {
        link.run(this::connect);
        return this;
    }

    /** The listener is told nothing any more, but for what it is being told at this moment. */
    @Override
    public void close() {
        closed = true;
        link.run(() -> {
            hangUp.run();
            abreast.leaves(this);
        });
    }

    private void connect() {
        if (closed) {
            return;
        }
        var doorway = link.doorway();
        if (doorway.isEmpty()) {
            again();
            return;
        }
        if (subject.isPicture()) {
            abreast.joins(this);
        }
        var call = Call.get(route.path(), codec.query((Record) subject), Giver.SCRIPT.fields());
        hangUp = link.open(call, doorway.get(), new Listening());
    }

    private void broken(String why) {
        LOG.debug("{} is not told any more ({}); asking again", route.path(), why);
        abreast.leaves(this);
        continuation.broken();
        link.forget();
        again();
    }

    private void again() {
        if (!closed) {
            link.after(pause, this::connect);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void heard(String event, byte[] data) throws IOException {
        if (closed) {
            return;
        }
        if (event.equals(EventStream.LEFT_OUT)) {
            continuation.leftOut(codec.<LeftOut>read(data, LeftOut.class).count());
        } else {
            tell(codec.read(data, route.answer()));
        }
        // Not earlier: a runtime that is not understood is not asked again and again without a pause.
        pause = SHORTEST_PAUSE;
    }

    private void tell(T news) {
        try {
            continuation.news(news);
        } catch (RuntimeException e) {
            LOG.error("a listener failed; it is told the next news all the same", e);
        }
    }

    /** One stream, as long as it lasts. */
    private final class Listening implements Line.Exchange, EventReader.Listener {

        private final HeadReader head = new HeadReader();
        private final EventReader events = new EventReader(this);

        @Override
        public void received(ByteBuffer bytes) throws IOException {
            head.read(bytes);
            if (head.head().map(HeadReader.Head::status).orElse(OK) != OK) {
                throw new IOException("status " + head.head().orElseThrow().status());
            }
            events.read(bytes);
        }

        @Override
        public void event(String name, byte[] data) throws IOException {
            heard(name, data);
        }

        @Override
        public void reached(long number) {
            abreast.shows(Watch.this, number);
        }

        @Override
        public void ended() {
            broken("the runtime has ended it");
        }

        @Override
        public void failed(IOException why) {
            broken(why.getMessage());
        }
    }
}
