package dev.sluice.console.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.SampleFleets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Whoever goes through the window with Tab sees where the keyboard is: each stop looks otherwise without it. */
@ExtendWith(ApplicationExtension.class)
class FocusStory {

    /** With fewer it did not get round. */
    private static final int FEWEST_STOPS = 50;

    /** As far as a border may be drawn outside of its control. */
    private static final int AROUND = 6;

    /** More than a caret, which blinks. */
    private static final int FEWEST_POINTS = 40;

    private static final int FEWEST_SHADES = 40;

    @Test
    void where_the_keyboard_is_can_be_seen_wherever_tab_leads(FxRobot robot) {
        var looked = new HashSet<Node>();
        var unseen = new ArrayList<String>();
        try (var window = Showcase.open(robot, Look.LIGHT)) {
            window.shows(SampleFleets.split());
            for (var page : List.of("overview", "traffic", "live", "invoke")) {
                window.turnTo(page)
                        .with("#shell-tabs", Node.class, Node::requestFocus)
                        .keys(KeyCode.TAB);
                // From the first page once round the window, from others until there is nothing new.
                while (looked.add(window.scene().getFocusOwner())) {
                    robot.interact(() -> unseen.addAll(unseenIn(window.scene())));
                    window.keys(KeyCode.TAB);
                }
            }
        }
        assertThat(looked).hasSizeGreaterThan(FEWEST_STOPS);
        assertThat(unseen).isEmpty();
    }

    private static List<String> unseenIn(Scene scene) {
        var owner = scene.getFocusOwner();
        var with = around(owner);
        scene.getRoot().requestFocus();
        var without = around(owner);
        owner.requestFocus();
        return isOtherwise(with, without) ? List.of() : List.of(Seen.name(owner));
    }

    private static Image around(Node node) {
        var root = node.getScene().getRoot();
        var place = node.localToScene(node.getLayoutBounds());
        var cut = new SnapshotParameters();
        cut.setViewport(new Rectangle2D(
                place.getMinX() - AROUND,
                place.getMinY() - AROUND,
                place.getWidth() + 2 * AROUND,
                place.getHeight() + 2 * AROUND));
        return root.snapshot(cut, null);
    }

    private static boolean isOtherwise(Image one, Image other) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                boolean differs = differ(
                        one.getPixelReader().getArgb(x, y),
                        other.getPixelReader().getArgb(x, y));
                if (differs && ++count == FEWEST_POINTS) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean differ(int one, int other) {
        int shades = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            shades += Math.abs((one >> shift & 0xff) - (other >> shift & 0xff));
        }
        return shades >= FEWEST_SHADES;
    }
}
