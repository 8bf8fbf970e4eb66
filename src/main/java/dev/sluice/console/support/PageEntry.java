package dev.sluice.console.support;

import java.util.List;

/**
 * A page and its tab: {@code id} gives the tab the id {@code tab-<id>}, {@code titleKey} is a key of {@link Messages}.
 *
 * @param actions what the page offers in the whole window
 */
public record PageEntry(String id, String titleKey, Page page, List<WindowAction> actions) {

    public PageEntry {
        actions = List.copyOf(actions);
    }

    public PageEntry(String id, String titleKey, Page page) {
        this(id, titleKey, page, List.of());
    }
}
