package dev.sluice.bench;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Has JMH measure on threads such as an event loop's: on others Netty's buffers and recyclers take slower ways. */
public final class LoopThreads extends ThreadPoolExecutor {

    /** As JMH asks for it. */
    public LoopThreads(int most, String prefix) {
        super(most, most, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new DefaultThreadFactory(prefix));
    }
}
