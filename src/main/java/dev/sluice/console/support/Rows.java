package dev.sluice.console.support;

import java.util.List;
import javafx.collections.ObservableList;

/** Brings what is shown up to date without rebuilding it, so that selection and scroll position stay. */
public final class Rows {

    private Rows() {}

    public static <T> void update(ObservableList<T> shown, List<? extends T> newer) {
        for (int i = 0; i < newer.size(); i++) {
            if (i == shown.size()) {
                shown.add(newer.get(i));
            } else if (!shown.get(i).equals(newer.get(i))) {
                shown.set(i, newer.get(i));
            }
        }
        shown.remove(newer.size(), shown.size());
    }

    /**
     * The same for a long list that mostly grows at one place, which alone is told then. Where rows went, all is told as a new
     * list: told by themselves they would move the selection to a row that nobody has chosen.
     */
    public static <T> void splice(ObservableList<T> shown, List<? extends T> newer) {
        int most = Math.min(shown.size(), newer.size());
        int head = 0;
        while (head < most && shown.get(head).equals(newer.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && shown.get(shown.size() - 1 - tail).equals(newer.get(newer.size() - 1 - tail))) {
            tail++;
        }
        if (head + tail == shown.size()) {
            shown.addAll(head, newer.subList(head, newer.size() - tail));
        } else {
            shown.setAll(newer);
        }
    }
}
