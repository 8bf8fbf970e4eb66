package dev.sluice.console.explorer;

import dev.sluice.console.explorer.ExplorerRow.DeploymentRow;
import dev.sluice.console.explorer.ExplorerRow.EndpointRow;
import dev.sluice.console.explorer.ExplorerRow.InstanceRow;
import dev.sluice.console.support.Icons;
import dev.sluice.console.support.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Draws a line of the tree: what it is at the left, how it stands at the right. */
final class ExplorerCell extends TreeCell<ExplorerRow> {

    /** What is drawn: drawing the same again would let the line flicker whenever the tree is touched. */
    private @Nullable Object shown;

    ExplorerCell() {
        setPrefWidth(0);
        getStyleClass().add("explorer-cell");
    }

    @Override
    protected void updateItem(@Nullable ExplorerRow row, boolean empty) {
        super.updateItem(row, empty);
        var looks = row instanceof EndpointRow endpoint ? endpoint.name() : row;
        if (!empty && looks != null && looks.equals(shown)) {
            return;
        }
        shown = empty ? null : looks;
        setText(null);
        setTooltip(null);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else if (row instanceof EndpointRow endpoint) {
            show(endpoint);
        } else if (row instanceof DeploymentRow deployment) {
            show(deployment);
        } else if (row instanceof InstanceRow instance) {
            show(instance);
        }
    }

    private void show(EndpointRow row) {
        setAccessibleText(row.name().text());
        setTooltip(new Tooltip(row.name().text()));
        var name = name(row.name().text(), "explorer-endpoint");
        setGraphic(line(List.of(Icons.of("mdi2l-lan", "explorer-icon"), name)));
    }

    private void show(DeploymentRow row) {
        var told = Messages.of(
                "explorer.told",
                row.id(),
                row.mark().text(),
                row.share().isEmpty() ? Messages.of("share.none") : row.share(),
                row.shadow().isEmpty() ? Messages.of("share.none") : row.shadow(),
                row.children().size());
        setAccessibleText(told);
        setTooltip(new Tooltip(told));
        var parts = new ArrayList<Node>();
        var dot = new Region();
        dot.getStyleClass().addAll("deployment-dot", row.color().styleClass());
        parts.add(dot);
        parts.add(name(row.id().deployment().text(), "explorer-deployment"));
        if (!row.children().isEmpty()) {
            parts.add(pill(Messages.of("explorer.instances", row.children().size()), "explorer-instance"));
        }
        if (!row.share().isEmpty()) {
            parts.add(pill(row.share(), "share-pill", row.color().styleClass()));
        }
        if (!row.shadow().isEmpty()) {
            var shadow = pill(row.shadow(), "shadow-pill", row.color().styleClass());
            shadow.setGraphic(Icons.of("mdi2c-content-copy", "shadow-icon"));
            parts.add(shadow);
        }
        parts.add(Icons.of(row.mark().icon(), row.mark().styleClass()));
        setGraphic(line(parts));
    }

    private void show(InstanceRow row) {
        setAccessibleText(row.name() + ", " + row.mark().text());
        setTooltip(new Tooltip(row.mark().text()));
        var mark = Icons.of(row.mark().icon(), row.mark().styleClass());
        setGraphic(line(List.of(mark, name(row.name(), "explorer-instance"))));
    }

    private static Label name(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private static Label pill(String text, String... styleClasses) {
        var label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static HBox line(List<? extends Node> parts) {
        var line = new HBox(8);
        line.getChildren().addAll(parts);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
