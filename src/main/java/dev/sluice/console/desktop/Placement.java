package dev.sluice.console.desktop;

import dev.sluice.console.desktop.WindowState.Bounds;
import java.util.List;
import java.util.Optional;

/** Where a window opens, given the screens there are now: the one it was left on may be gone, or smaller. Pure. */
public final class Placement {

    /** So much of it must be on a screen, for a hand to take hold of its title. */
    private static final double HANDLE_WIDTH = 120;

    private static final double HANDLE_HEIGHT = 40;

    private Placement() {}

    /**
     * @param wanted where it was left, if it ever was
     * @param usual how large it is the first time; its place is not looked at
     * @param screens what can be used of each screen, the main one first; at least one
     */
    public static Bounds of(Optional<Bounds> wanted, Bounds usual, List<Bounds> screens) {
        var main = screens.get(0);
        var size = wanted.orElse(usual);
        var home = wanted.flatMap(left -> screens.stream()
                .filter(screen -> canBeTakenHoldOf(left, screen))
                .findFirst());
        if (home.isEmpty()) {
            return centred(size, main);
        }
        var width = Math.min(size.width(), home.get().width());
        var height = Math.min(size.height(), home.get().height());
        return new Bounds(size.x(), Math.max(size.y(), home.get().y()), width, height);
    }

    private static Bounds centred(Bounds size, Bounds screen) {
        var width = Math.min(size.width(), screen.width());
        var height = Math.min(size.height(), screen.height());
        return new Bounds(
                screen.x() + (screen.width() - width) / 2, screen.y() + (screen.height() - height) / 2, width, height);
    }

    private static boolean canBeTakenHoldOf(Bounds window, Bounds screen) {
        double across =
                Math.min(window.x() + window.width(), screen.x() + screen.width()) - Math.max(window.x(), screen.x());
        double top = window.y();
        return across >= HANDLE_WIDTH
                && top > screen.y() - HANDLE_HEIGHT
                && top < screen.y() + screen.height() - HANDLE_HEIGHT;
    }
}
