package dev.sluice.console.shell;

import dev.sluice.console.support.Notice;
import dev.sluice.console.support.NoticeBoard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener.Change;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Keeps a card for each notice of the board, in its order. */
final class NoticeStack {

    private NoticeStack() {}

    static void follow(NoticeBoard board, VBox cards) {
        // Some may be there before the window is, such as what was found wrong while files were read for it.
        add(0, board.notices(), board, cards);
        board.notices().addListener((Change<? extends Notice> change) -> update(change, board, cards));
    }

    /** Where the keyboard comes in: what the newest notice offers to do, else what it is dismissed by. */
    static Optional<Node> entry(VBox cards) {
        var newestFirst = new ArrayList<>(cards.getChildren());
        Collections.reverse(newestFirst);
        return Stream.of(NoticeCard.ACTION, NoticeCard.DISMISS)
                .flatMap(id ->
                        newestFirst.stream().flatMap(card -> Optional.ofNullable(card.lookup("#" + id)).stream()))
                .filter(node -> !node.isDisabled())
                .findFirst();
    }

    private static void update(Change<? extends Notice> change, NoticeBoard board, VBox cards) {
        while (change.next()) {
            cards.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            add(change.getFrom(), change.getAddedSubList(), board, cards);
        }
    }

    private static void add(int from, List<? extends Notice> notices, NoticeBoard board, VBox cards) {
        cards.getChildren()
                .addAll(
                        from,
                        notices.stream()
                                .<Node>map(notice -> NoticeCard.of(notice, () -> board.dismiss(notice)))
                                .toList());
    }
}
