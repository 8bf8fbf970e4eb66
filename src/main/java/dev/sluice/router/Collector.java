package dev.sluice.router;

import java.util.List;

/**
 * Keeps what passes between callers and one deployment, of a part of its requests. Safe from any thread, and nothing of
 * it waits: what cannot be kept at once is lost and counted, so that no request is ever held up by it.
 */
public interface Collector {

    /** The most that is kept of one body; what is longer is cut, and its record says so (reference 2.1). */
    int MOST_OF_ONE = 1 << 20;

    /** Of a deployment of which nothing is kept. */
    Collector NONE = new Collector() {
        @Override
        public boolean samplesNext() {
            return false;
        }

        @Override
        public Scope scope() {
            return new Scope(false, false, List.of());
        }

        @Override
        public boolean takeRoom(int bytes) {
            return false;
        }

        @Override
        public void giveBackRoom(int bytes) {}

        @Override
        public void take(Passage passage, int room) {}

        @Override
        public void lose() {}
    };

    /** Takes the next request into account; true if it is one of those to keep. */
    boolean samplesNext();

    Scope scope();

    /** Room in memory for so many bytes more; false, and none taken, if there is no more. */
    boolean takeRoom(int bytes);

    void giveBackRoom(int bytes);

    /**
     * A request that was sampled has come to its end.
     *
     * @param room what was taken for it, which the collector gives back
     */
    void take(Passage passage, int room);

    /** A request that was sampled was not kept, since there was no room for it. */
    void lose();

    /** What is kept of each: which bodies, and which of the request's headers. */
    record Scope(boolean requests, boolean answers, List<String> headers) {
        public Scope {
            headers = List.copyOf(headers);
        }
    }
}
