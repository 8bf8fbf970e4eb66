package dev.sluice.console.invoke;

import java.io.IOException;
import java.util.List;

/** Where the user's requests and their answers are kept from one run to the next. Safe from any thread; may wait. */
interface BookStore {

    /** Keeps nothing. */
    BookStore NOWHERE = new BookStore() {
        @Override
        public Contents load() {
            return Contents.EMPTY;
        }

        @Override
        public List<String> saveHistory(List<Exchange> newestFirst) {
            return List.of();
        }

        @Override
        public List<String> saveRequests(List<SavedRequest> requests) {
            return List.of();
        }
    };

    /**
     * What was kept.
     *
     * @param troubles what could not be read and why, in words for the user
     */
    record Contents(List<Exchange> history, List<SavedRequest> saved, List<String> troubles) {

        static final Contents EMPTY = new Contents(List.of(), List.of(), List.of());

        public Contents {
            history = List.copyOf(history);
            saved = List.copyOf(saved);
            troubles = List.copyOf(troubles);
        }
    }

    Contents load();

    /** Gives what of others could not be read meanwhile and why, in words for the user. */
    List<String> saveHistory(List<Exchange> newestFirst) throws IOException;

    /** Likewise. */
    List<String> saveRequests(List<SavedRequest> requests) throws IOException;
}
