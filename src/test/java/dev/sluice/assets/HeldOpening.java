package dev.sluice.assets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Of each file the first byte can be read, and nothing more before the test lets go: a copy in its midst. */
public final class HeldOpening implements Opening {

    private final CountDownLatch gate = new CountDownLatch(1);

    @Override
    public InputStream open(Path file) throws IOException {
        return new FilterInputStream(Opening.PLAIN.open(file)) {
            private boolean begun;

            @Override
            public int read(byte[] bytes, int at, int length) throws IOException {
                if (!begun) {
                    begun = true;
                    return super.read(bytes, at, 1);
                }
                waitAtGate();
                return super.read(bytes, at, length);
            }
        };
    }

    private void waitAtGate() throws IOException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IOException("the test has ended", e);
        }
    }

    public void letGo() {
        gate.countDown();
    }
}
