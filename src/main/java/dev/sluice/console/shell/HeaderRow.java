package dev.sluice.console.shell;

import dev.sluice.console.support.Icons;
import dev.sluice.console.support.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws what stands above the pages. */
final class HeaderRow {

    private HeaderRow() {}

    static List<Node> of(Header header) {
        var nodes = new ArrayList<Node>();
        if (header instanceof Header.OfEndpoint endpoint) {
            nodes.add(Icons.of("mdi2l-lan", "header-icon"));
            nodes.add(titles(endpoint.name(), endpoint.summary()));
        } else if (header instanceof Header.OfDeployment deployment) {
            var dot = new Region();
            dot.getStyleClass()
                    .addAll("deployment-dot", "header-dot", deployment.color().styleClass());
            nodes.add(dot);
            nodes.add(titles(deployment.endpoint() + " / " + deployment.name(), deployment.summary()));
            var state = new Label(
                    deployment.mark().text(),
                    Icons.of(deployment.mark().icon(), deployment.mark().styleClass()));
            state.setId("shell-state");
            state.getStyleClass().add("state-pill");
            state.setMinWidth(Region.USE_PREF_SIZE);
            nodes.add(state);
        } else {
            nodes.add(titles(Messages.of("header.none"), Messages.of("header.none.about")));
        }
        return nodes;
    }

    private static VBox titles(String name, String summary) {
        var title = new Label(name);
        title.setId("shell-title");
        title.getStyleClass().add("title-3");
        title.setTooltip(new Tooltip(name));
        var below = new Label(summary);
        below.setId("shell-summary");
        below.getStyleClass().add("text-muted");
        below.setTooltip(new Tooltip(summary));
        var titles = new VBox(2, title, below);
        titles.setMinWidth(0);
        HBox.setHgrow(titles, Priority.ALWAYS);
        return titles;
    }
}
