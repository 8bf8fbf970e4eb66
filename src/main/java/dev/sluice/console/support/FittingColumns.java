package dev.sluice.console.support;

import javafx.beans.binding.Bindings;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;

/**
 * Columns that fill the width of their table as long as they fit it, and can be scrolled to where they do not: a table
 * whose columns always fill it has no way to those that are cut off. For the UI thread only.
 */
public final class FittingColumns {

    /** What a vertical scroll bar takes. */
    private static final double SCROLL_BAR = 18;

    private FittingColumns() {}

    /** What is left over goes to the last column. */
    public static void withAWideLast(TableView<?> table) {
        table.columnResizePolicyProperty()
                .bind(Bindings.createObjectBinding(
                        () -> fit(table)
                                ? TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN
                                : TableView.UNCONSTRAINED_RESIZE_POLICY,
                        table.widthProperty()));
    }

    /** What is left over is shared out. */
    public static void in(TableView<?> table) {
        table.columnResizePolicyProperty()
                .bind(Bindings.createObjectBinding(
                        () -> fit(table)
                                ? TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS
                                : TableView.UNCONSTRAINED_RESIZE_POLICY,
                        table.widthProperty()));
    }

    /** Whether they do not need to be scrolled. */
    public static boolean fit(TableView<?> table) {
        return table.getColumns().stream()
                        .mapToDouble(TableColumnBase::getMinWidth)
                        .sum()
                <= table.getWidth() - SCROLL_BAR;
    }
}
