package dev.sluice.console.shell;

import dev.sluice.console.support.Notice;
import dev.sluice.console.support.NoticeBoard;
import javafx.collections.ListChangeListener.Change;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Keeps a card for each notice of the board, in its order. */
final class NoticeStack {

    private NoticeStack() {}

    static void follow(NoticeBoard board, VBox cards) {
        board.notices().addListener((Change<? extends Notice> change) -> update(change, board, cards));
    }

    private static void update(Change<? extends Notice> change, NoticeBoard board, VBox cards) {
        while (change.next()) {
            cards.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            cards.getChildren()
                    .addAll(
                            change.getFrom(),
                            change.getAddedSubList().stream()
                                    .<Node>map(notice -> NoticeCard.of(notice, () -> board.dismiss(notice)))
                                    .toList());
        }
    }
}
