package dev.sluice.console.activity;

import dev.sluice.domain.Happening.Verdict;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What came of it: a mark, a word, and why when the mouse rests on it. */
final class OutcomeCell extends TableCell<ActivityRow, ActivityRow> {

    private final Tooltip why = new Tooltip();

    @Override
    protected void updateItem(@Nullable ActivityRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        setText(ActivityWords.verdict(row.entry().verdict()));
        setGraphic(mark(row.entry().verdict()));
        why.setText(row.entry().why());
        setTooltip(row.entry().why().isEmpty() ? null : why);
    }

    static FontIcon mark(Verdict verdict) {
        boolean good = verdict == Verdict.APPLIED || verdict == Verdict.DONE;
        var icon = new FontIcon(good ? "mdi2c-check-circle" : "mdi2a-alert-circle");
        icon.getStyleClass().add(good ? "state-ready" : "state-failed");
        return icon;
    }
}
