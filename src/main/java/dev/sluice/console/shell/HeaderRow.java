package dev.sluice.console.shell;

import static dev.sluice.console.support.Presence.showIf;

import dev.sluice.console.support.Icons;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.WholeText;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Draws what stands above the pages. Its nodes stay, whatever is chosen: new ones would be styled anew. For the UI thread
 * only.
 */
final class HeaderRow {

    private final Node icon = Icons.of("mdi2l-lan", "header-icon");
    private final Region dot = new Region();
    private final Label title = WholeText.inTooltip(new Label());
    private final Label summary = WholeText.inTooltip(new Label());
    private final Label state = new Label();

    /** Fills {@code row}. */
    HeaderRow(HBox row) {
        title.setId("shell-title");
        title.getStyleClass().add("title-3");
        summary.setId("shell-summary");
        summary.getStyleClass().add("text-muted");
        state.setId("shell-state");
        state.getStyleClass().add("state-pill");
        state.setMinWidth(Region.USE_PREF_SIZE);
        var titles = new VBox(2, title, summary);
        titles.setMinWidth(0);
        HBox.setHgrow(titles, Priority.ALWAYS);
        row.getChildren().setAll(icon, dot, titles, state);
    }

    void show(Header header) {
        showIf(icon, header instanceof Header.OfEndpoint);
        showIf(dot, header instanceof Header.OfDeployment);
        showIf(state, header instanceof Header.OfDeployment);
        if (header instanceof Header.OfEndpoint endpoint) {
            title(endpoint.name(), endpoint.summary());
        } else if (header instanceof Header.OfDeployment deployment) {
            title(deployment.endpoint() + " / " + deployment.name(), deployment.summary());
            mark(deployment);
        } else {
            title(Messages.of("header.none"), Messages.of("header.none.about"));
        }
    }

    private void title(String name, String about) {
        title.setText(name);
        summary.setText(about);
    }

    private void mark(Header.OfDeployment deployment) {
        dot.getStyleClass()
                .setAll("deployment-dot", "header-dot", deployment.color().styleClass());
        state.setText(deployment.mark().text());
        state.setGraphic(Icons.of(deployment.mark().icon(), deployment.mark().styleClass()));
    }
}
