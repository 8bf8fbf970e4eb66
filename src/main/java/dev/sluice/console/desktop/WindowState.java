package dev.sluice.console.desktop;

import dev.sluice.console.support.Selection;
import java.util.Map;
import java.util.Optional;

/**
 * How the window was left, to be opened like that again.
 *
 * @param bounds where it is while it is not maximised; empty before it was ever shown
 * @param divider the tree's part of the width, 0 to 1
 * @param lookedLike what it last looked like, which is what it opens in until the desktop has told
 * @param page the id of the page that was open; one that is not known is not opened
 * @param selection what was chosen; what is not there any more is not chosen
 * @param whenClosed what the user wants to be asked no more, if so
 * @param settings how the pages were looked at; what a page does not know it leaves alone
 */
public record WindowState(
        Optional<Bounds> bounds,
        boolean maximized,
        double divider,
        ThemeChoice theme,
        ColorScheme lookedLike,
        String page,
        Selection selection,
        WhenClosed whenClosed,
        Map<String, String> settings) {

    private static final double USUAL_DIVIDER = 0.21;

    public WindowState {
        settings = Map.copyOf(settings);
        if (!(divider > 0 && divider < 1)) {
            throw new IllegalArgumentException("a divider stands between 0 and 1, not at " + divider);
        }
    }

    /** Of a window that was never opened before. */
    public static WindowState first() {
        return new WindowState(
                Optional.empty(),
                false,
                USUAL_DIVIDER,
                ThemeChoice.SYSTEM,
                ColorScheme.LIGHT,
                "",
                new Selection.Nothing(),
                WhenClosed.ASK,
                Map.of());
    }

    public WindowState with(ThemeChoice changed) {
        var looks = changed == ThemeChoice.DARK ? ColorScheme.DARK : ColorScheme.LIGHT;
        return new WindowState(
                bounds,
                maximized,
                divider,
                changed,
                changed == ThemeChoice.SYSTEM ? lookedLike : looks,
                page,
                selection,
                whenClosed,
                settings);
    }

    /** A window's place on all screens together, in pixels of the toolkit. */
    public record Bounds(double x, double y, double width, double height) {

        public Bounds {
            if (!(width > 0 && height > 0 && Double.isFinite(x + y + width + height))) {
                throw new IllegalArgumentException("no window is " + width + " by " + height + " at " + x + ", " + y);
            }
        }
    }
}
