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
}
