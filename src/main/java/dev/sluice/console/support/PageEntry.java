package dev.sluice.console.support;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A page and its tab. The page is built when it is first asked for: a window with six pages is to be there before five of
 * them are. For the UI thread only.
 */
public final class PageEntry {

    private final String id;
    private final String titleKey;
    private final Supplier<? extends Page> maker;
    private final List<WindowAction> actions;
    private final boolean ofNothingChosen;
    private final PageSettings settings;
    private Optional<Page> page = Optional.empty();

    /**
     * @param id gives the tab the id {@code tab-<id>}
     * @param titleKey a key of {@link Messages}
     * @param maker builds the page, once
     * @param actions what the page offers in the whole window, also before it is built
     */
    public PageEntry(String id, String titleKey, Supplier<? extends Page> maker, List<WindowAction> actions) {
        this(id, titleKey, maker, actions, false, new PageSettings());
    }

    private PageEntry(
            String id,
            String titleKey,
            Supplier<? extends Page> maker,
            List<WindowAction> actions,
            boolean ofNothingChosen,
            PageSettings settings) {
        this.id = id;
        this.titleKey = titleKey;
        this.maker = maker;
        this.actions = List.copyOf(actions);
        this.ofNothingChosen = ofNothingChosen;
        this.settings = settings;
    }

    /** A page that is the same whatever is chosen in the tree, and there too when nothing is. */
    public static PageEntry ofNothingChosen(String id, String titleKey, Supplier<? extends Page> maker) {
        return new PageEntry(id, titleKey, maker, List.of(), true, new PageSettings());
    }

    /** A page that keeps how it is looked at; its settings are filled before it is built. */
    public static PageEntry keeping(String id, String titleKey, Function<PageSettings, ? extends Page> maker) {
        return keeping(id, titleKey, maker, List.of());
    }

    /** The same with what it offers in the whole window. */
    public static PageEntry keeping(
            String id, String titleKey, Function<PageSettings, ? extends Page> maker, List<WindowAction> actions) {
        var settings = new PageSettings();
        return new PageEntry(id, titleKey, () -> maker.apply(settings), actions, false, settings);
    }

    /** Whether there is something to see when nothing is chosen in the tree. */
    public boolean isOfNothingChosen() {
        return ofNothingChosen;
    }

    public PageEntry(String id, String titleKey, Supplier<? extends Page> maker) {
        this(id, titleKey, maker, List.of());
    }

    public String id() {
        return id;
    }

    public String titleKey() {
        return titleKey;
    }

    public List<WindowAction> actions() {
        return actions;
    }

    /** How the page is looked at. */
    public PageSettings settings() {
        return settings;
    }

    /** The same page each time. */
    public Page page() {
        if (page.isEmpty()) {
            page = Optional.of(maker.get());
        }
        return page.get();
    }
}
