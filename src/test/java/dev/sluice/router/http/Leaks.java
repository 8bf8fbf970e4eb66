package dev.sluice.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Turns what Netty's leak detector would only log into a failed test. */
final class Leaks {

    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

    static {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new ResourceLeakDetectorFactory() {
            @Override
            @Deprecated
            public <T> ResourceLeakDetector<T> newResourceLeakDetector(Class<T> type, int interval, long max) {
                return new Recording<>(type, interval);
            }
        });
    }

    private Leaks() {}

    /** Before the first buffer is made. */
    static void watch() {
        // The static initialiser has done it.
    }

    static void assertNone() {
        System.gc();
        for (int i = 0; i < 4; i++) {
            // The detector reports what the collector has found when the next buffer is made.
            ByteBufAllocator.DEFAULT.buffer(16).release();
        }
        var found = List.copyOf(FOUND);
        FOUND.clear();
        assertThat(found).as("leaked buffers").isEmpty();
    }

    private static final class Recording<T> extends ResourceLeakDetector<T> {
        Recording(Class<T> type, int interval) {
            super(type, interval);
        }

        @Override
        protected boolean needReport() {
            return true;
        }

        @Override
        protected void reportTracedLeak(String type, String records) {
            FOUND.add(type + records);
        }

        @Override
        protected void reportUntracedLeak(String type) {
            FOUND.add(type);
        }
    }
}
