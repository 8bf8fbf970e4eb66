package dev.sluice.console.support;

import dev.sluice.control.Fleet;
import java.util.List;
import javafx.scene.Parent;

/**
 * One page at the right of the shell. The shell builds it once, perhaps long before anybody looks at it, and hands it each
 * newer picture while it is on screen. Its node may be in the scene all the time: what is not open has nothing to follow and
 * nothing to draw. For the UI thread only.
 */
public interface Page {

    /** The page's root, the same at each call. */
    Parent node();

    /** It is about to be seen, for this endpoint or deployment. */
    void open(Selection selection, Fleet fleet);

    /** A newer picture, while it is on screen. */
    void show(Fleet fleet);

    /** It is no longer seen: stop what it watches. */
    void close();

    /** What can be done on it now, for the command palette; asked while it is on screen. */
    default List<Command> commands() {
        return List.of();
    }

    /** Its own keys, whether or not they would do something now, for the sheet of keys; asked while it is on screen. */
    default List<KeyHint> keys() {
        return List.of();
    }
}
