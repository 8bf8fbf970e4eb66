package dev.sluice.console.support;

import dev.sluice.control.Fleet;
import javafx.scene.Parent;

/**
 * One page at the right of the shell. The shell builds it once, hands it each newer picture while it is on screen, and
 * takes its node out of the scene when another page is chosen: a chart that nobody sees must cost nothing. For the UI
 * thread only.
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
}
