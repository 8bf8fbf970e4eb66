package dev.sluice.console.shell;

import java.util.Optional;
import javafx.collections.ListChangeListener.Change;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The notices below the tree: as high as they are together, but never more than a part of what it stands in, so that the
 * tree stays and the frame does not move. Whatever is more is scrolled to; what is new is in sight.
 */
public final class NoticePane extends ScrollPane {

    private static final double MOST_OF_PARENT = 0.6;

    private final VBox cards = new Cards();

    /** What is to be in sight, until the user looks at something else. */
    private Optional<Node> fresh = Optional.empty();

    public NoticePane() {
        getStyleClass().addAll("edge-to-edge", "notice-pane");
        cards.getStyleClass().add("notices");
        cards.getChildren().addListener(this::changed);
        setContent(cards);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(0);
        addEventFilter(InputEvent.ANY, this::touched);
        show();
    }

    /** One for each notice, the newest last. */
    VBox cards() {
        return cards;
    }

    /** Texts are wrapped: how high they are depends on how wide. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset()
                + cards.prefHeight(width - snappedLeftInset() - snappedRightInset())
                + snappedBottomInset();
    }

    @Override
    protected double computeMaxHeight(double width) {
        return getParent() instanceof Region parent
                ? Math.floor(MOST_OF_PARENT * parent.getHeight())
                : Double.MAX_VALUE;
    }

    /** Its end, or its beginning if it is higher than there is room. */
    private void reveal(Node card) {
        double beyond = cards.getHeight() - getViewportBounds().getHeight();
        setVvalue(beyond > 0 ? Math.min(1, card.getBoundsInParent().getMinY() / beyond) : 0);
    }

    private void changed(Change<? extends Node> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(this::revealWithKeyboard);
            fresh = change.wasAdded()
                    ? Optional.of(change.getAddedSubList().get(change.getAddedSize() - 1))
                    : fresh.filter(cards.getChildren()::contains);
        }
        show();
    }

    private void revealWithKeyboard(Node card) {
        card.focusWithinProperty().addListener((o, before, within) -> {
            if (within) {
                fresh = Optional.of(card);
                reveal(card);
            }
        });
    }

    private void touched(InputEvent event) {
        var type = event.getEventType();
        if (type == ScrollEvent.SCROLL || type == MouseEvent.MOUSE_PRESSED || type == KeyEvent.KEY_PRESSED) {
            fresh = Optional.empty();
        }
    }

    private void show() {
        boolean any = !cards.getChildren().isEmpty();
        setVisible(any);
        setManaged(any);
    }

    /** How high they are is known once their texts are wrapped. */
    private final class Cards extends VBox {

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            fresh.ifPresent(NoticePane.this::reveal);
        }
    }
}
