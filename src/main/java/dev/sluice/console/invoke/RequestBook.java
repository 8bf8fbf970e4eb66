package dev.sluice.console.invoke;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.NoticeBoard;
import dev.sluice.control.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The answers so far and the requests that the user keeps, newest first, from one run of the program to the next. Each
 * change is written in the background; while one write goes on, those that come meanwhile become one. Keys are never
 * written. For the UI thread only.
 */
public final class RequestBook {

    static final int MOST_ANSWERS = 200;
    static final int MOST_SAVED = 200;

    private final BookStore store;
    private final Executor disk;
    private final Executor ui;
    private final NoticeBoard notices;
    private final ObservableList<Exchange> history = FXCollections.observableArrayList();
    private final ObservableList<SavedRequest> saved = FXCollections.observableArrayList();
    private final AtomicReference<@Nullable List<Exchange>> unwrittenHistory = new AtomicReference<>();
    private final AtomicReference<@Nullable List<SavedRequest>> unwrittenSaved = new AtomicReference<>();
    private boolean isReading;
    private boolean toldTrouble;

    RequestBook(BookStore store, Executor disk, Executor ui, NoticeBoard notices) {
        this.store = store;
        this.disk = disk;
        this.ui = ui;
        this.notices = notices;
    }

    /**
     * Kept in files of {@code folder}, which need not exist yet.
     *
     * @param disk where files are read and written; closed by whoever made it
     */
    public static RequestBook in(Path folder, Clock clock, Executor disk, Executor ui, NoticeBoard notices) {
        var book = new RequestBook(new FileBookStore(folder, clock), disk, ui, notices);
        book.open();
        return book;
    }

    /** Kept as long as the window is open. */
    static RequestBook forNow(Executor ui, NoticeBoard notices) {
        return new RequestBook(BookStore.NOWHERE, Runnable::run, ui, notices);
    }

    /** Takes up what was kept; it comes below what is there by then. */
    void open() {
        isReading = true;
        disk.execute(() -> {
            var contents = store.load();
            ui.execute(() -> takeUp(contents));
        });
    }

    ObservableList<Exchange> history() {
        return history;
    }

    ObservableList<SavedRequest> saved() {
        return saved;
    }

    void add(Exchange exchange) {
        history.add(0, exchange);
        cut(history, MOST_ANSWERS);
        writeHistory();
    }

    void forgetAnswers(List<Exchange> forgotten) {
        history.removeAll(List.copyOf(forgotten));
        writeHistory();
    }

    /** In place of the one of that name at that endpoint. */
    void keep(SavedRequest request) {
        saved.removeIf(other -> other.hasPlaceOf(request));
        saved.add(0, request);
        cut(saved, MOST_SAVED);
        writeSaved();
    }

    void forget(SavedRequest request) {
        saved.remove(request);
        writeSaved();
    }

    private void takeUp(BookStore.Contents contents) {
        isReading = false;
        boolean hasNews = !history.isEmpty() || !saved.isEmpty();
        history.addAll(contents.history());
        cut(history, MOST_ANSWERS);
        saved.addAll(contents.saved());
        cut(saved, MOST_SAVED);
        if (hasNews) {
            writeHistory();
            writeSaved();
        }
        tell(contents.troubles());
    }

    private void tell(List<String> troubles) {
        if (!troubles.isEmpty()) {
            notices.worthKnowing(Messages.of("invoke.book.not-read"), troubles);
        }
    }

    private static <T> void cut(ObservableList<T> list, int most) {
        if (list.size() > most) {
            list.remove(most, list.size());
        }
    }

    private void writeHistory() {
        // What is in the file and not known here yet must not be overwritten.
        if (!isReading && unwrittenHistory.getAndSet(List.copyOf(history)) == null) {
            disk.execute(() -> write(() -> saveHistory(unwrittenHistory.getAndSet(null))));
        }
    }

    private void writeSaved() {
        if (!isReading && unwrittenSaved.getAndSet(List.copyOf(saved)) == null) {
            disk.execute(() -> write(() -> saveRequests(unwrittenSaved.getAndSet(null))));
        }
    }

    private List<String> saveHistory(@Nullable List<Exchange> newest) throws IOException {
        return newest == null ? List.of() : store.saveHistory(newest);
    }

    private List<String> saveRequests(@Nullable List<SavedRequest> newest) throws IOException {
        return newest == null ? List.of() : store.saveRequests(newest);
    }

    private interface Writing {
        List<String> write() throws IOException;
    }

    private void write(Writing writing) {
        // What is newest is found out with the lock held: else an older one could be written over it.
        synchronized (store) {
            tryTo(writing);
        }
    }

    private void tryTo(Writing writing) {
        try {
            var troubles = writing.write();
            ui.execute(() -> tell(troubles));
        } catch (IOException e) {
            ui.execute(() -> tell(Reason.of(e)));
        }
    }

    /** Once: a full disk would fill the board. */
    private void tell(String why) {
        if (!toldTrouble) {
            toldTrouble = true;
            notices.worthKnowing(
                    Messages.of("invoke.book.not-written"), List.of(Messages.of("invoke.book.unwritten", why)));
        }
    }
}
