package dev.sluice.console.traffic;

import dev.sluice.console.support.Messages;
import dev.sluice.metrics.MirrorLedger;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What became of the copies, a tile for each column of the ledger. */
final class LedgerTiles {

    private LedgerTiles() {}

    static List<Node> of(MirrorLedger counts) {
        return List.of(
                tile("mirror.ledger.sampled", counts.sampled()),
                tile("mirror.ledger.answered", counts.answered()),
                tile("mirror.ledger.failed", counts.failed()),
                tile("mirror.ledger.timed-out", counts.timedOut()),
                tile("mirror.ledger.reset", counts.reset()),
                tile("mirror.ledger.dropped-queue", counts.droppedQueue()),
                tile("mirror.ledger.dropped-size", counts.droppedSize()),
                tile("mirror.ledger.in-flight", counts.inFlight()));
    }

    private static Node tile(String key, long count) {
        var number = new Label(Messages.of("mirror.count", count));
        number.setId(key.replace('.', '-'));
        number.getStyleClass().add("ledger-count");
        var name = new Label(Messages.of(key));
        name.getStyleClass().add("caption");
        var tile = new VBox(number, name);
        tile.getStyleClass().add("ledger-tile");
        return tile;
    }
}
