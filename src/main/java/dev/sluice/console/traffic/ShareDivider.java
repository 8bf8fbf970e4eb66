package dev.sluice.console.traffic;

import dev.sluice.console.support.Messages;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The border between two neighbours of a split, to be dragged or moved by the keyboard. */
final class ShareDivider extends Region {

    static final double WIDTH = 12;

    /** The two shares when the border was last shown. */
    private record Neighbours(ShareRow left, ShareRow right) {}

    private final SplitBar.Mover mover;
    private final DoubleSupplier barWidth;
    private final Tooltip tip = new Tooltip();
    private Optional<Neighbours> neighbours = Optional.empty();
    private int border;
    private double grabbedAt;
    private int grabbedShare;

    ShareDivider(SplitBar.Mover mover, DoubleSupplier barWidth) {
        this.mover = mover;
        this.barWidth = barWidth;
        getStyleClass().add("share-divider");
        setCursor(Cursor.H_RESIZE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        Tooltip.install(this, tip);
        setOnMousePressed(this::grab);
        setOnMouseDragged(event -> moveTo(
                grabbedShare + (int) Math.round(100 * (event.getSceneX() - grabbedAt) / barWidth.getAsDouble())));
        ShareKeys.on(this, by -> moveTo(leftShare() + by));
    }

    /**
     * Between two without a share there is nothing to move: their borders all lie in one place, and would hide the one
     * that matters. Their rows still raise them.
     *
     * @param at where the border is, in percent of the bar
     */
    void show(ShareRow left, ShareRow right, int at) {
        neighbours = Optional.of(new Neighbours(left, right));
        border = at;
        setId("share-divider-" + left.name().folded());
        setDisable(!left.isMovable() || !right.isMovable());
        setVisible(!isDisabled() && left.draft() + right.draft() > 0);
        var words = Messages.of("traffic.divider", left.name(), left.draft(), right.name(), right.draft());
        setAccessibleText(words);
        tip.setText(words);
    }

    int border() {
        return border;
    }

    private void grab(MouseEvent event) {
        requestFocus();
        grabbedAt = event.getSceneX();
        grabbedShare = leftShare();
        event.consume();
    }

    private void moveTo(int share) {
        neighbours.ifPresent(two -> {
            int both = two.left().draft() + two.right().draft();
            mover.move(two.left().name(), two.right().name(), Math.max(0, Math.min(both, share)));
        });
    }

    private int leftShare() {
        return neighbours.map(two -> two.left().draft()).orElse(0);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) leftShare();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> 100.0;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
