package dev.sluice.control.http;

import dev.sluice.control.http.Mailbox.Letter;
import dev.sluice.control.http.json.Codec;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one reader the news of one subject as server-sent events, as fast as it reads: what has to wait does so in its
 * mailbox. {@link #tell} may be called from any thread; the rest is for the server's.
 */
final class EventStream<T> extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    /** The name of the event that tells how many lines are missing. */
    static final String LEFT_OUT = "left-out";

    static final String ID = "id: ";

    private static final byte[] DATA = bytes("data: ");
    private static final byte[] NEWS = bytes("event: news\ndata: ");
    private static final byte[] END = bytes("\n\n");
    private static final byte[] HEARTBEAT = bytes(": alive\n\n");

    private final Channel reader;
    private final Mailbox<T> waiting;
    private final Codec codec;
    private final Type type;
    private final AtomicBoolean writing = new AtomicBoolean();
    private volatile long reached;
    private long told;
    private boolean begun;

    EventStream(Channel reader, Mailbox<T> waiting, Codec codec, Type type) {
        this.reader = reader;
        this.waiting = waiting;
        this.codec = codec;
        this.type = type;
    }

    /** Answers that a stream begins. Its end is the connection's. */
    void begin() {
        reader.writeAndFlush(Wire.beginningOfEvents());
    }

    /** Never waits. */
    void tell(T news) {
        if (!waiting.put(news)) {
            cutOff();
        } else {
            writeSoon();
        }
    }

    /** The news so far have in them what has this number among the {@link Milestones}. Never waits. */
    void reached(long number) {
        reached = number;
        writeSoon();
    }

    private void writeSoon() {
        if (writing.compareAndSet(false, true)) {
            try {
                reader.eventLoop().execute(this::write);
            } catch (RejectedExecutionException ended) {
                LOG.debug("news came after the server's end", ended);
            }
        }
    }

    private void cutOff() {
        if (reader.isActive()) {
            LOG.warn("a reader of {} was too slow and is cut off; it may begin anew", type);
            reader.close();
        }
    }

    private void write() {
        writing.set(false);
        // What is told behind the news must have been so before they were taken.
        long number = reached;
        try {
            for (var letter = next(); letter.isPresent(); letter = next()) {
                reader.write(new DefaultHttpContent(event(letter.get())));
                begun = true;
            }
            tellReached(number);
            reader.flush();
        } catch (RuntimeException e) {
            LOG.error("news of {} could not be told; the reader may begin anew", type, e);
            reader.close();
        }
    }

    /** Nothing before the first news, nor while some of them wait. */
    private void tellReached(long number) {
        if (begun && number > told && reader.isWritable()) {
            reader.write(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes(ID + number + "\n\n"))));
            told = number;
        }
    }

    /** Empty also while the reader has not taken what was sent before. */
    private Optional<Letter<T>> next() {
        return reader.isWritable() ? waiting.take() : Optional.empty();
    }

    private ByteBuf event(Letter<T> letter) {
        if (letter instanceof Letter.News<T> news) {
            return Unpooled.wrappedBuffer(NEWS, codec.write(news.news(), type), END);
        }
        var leftOut = new LeftOut(((Letter.LeftOut<T>) letter).count());
        return Unpooled.wrappedBuffer(
                bytes("event: " + LEFT_OUT + "\n"), DATA, codec.write(leftOut, LeftOut.class), END);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (reader.isWritable()) {
            write();
        }
    }

    /** Nothing was written for a while: only by writing does one learn that nobody reads any more. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof IdleStateEvent && reader.isWritable()) {
            reader.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(HEARTBEAT)));
        }
    }

    /** Whatever a reader says after its one request is not listened to. */
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ReferenceCountUtil.release(message);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
