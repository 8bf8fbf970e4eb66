package dev.sluice.console.shell;

import dev.sluice.console.jobs.JobsView;
import dev.sluice.console.jobs.JobsViewModel;
import dev.sluice.console.support.Views;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/** The list of jobs above the status bar. It is in the window only while it is open: unseen it costs nothing. */
final class JobsDrawer {

    private final JobsViewModel model;
    private final JobsView view;
    private final Pane host;
    private final Node opener;
    private Optional<Node> node = Optional.empty();

    /** @param opener gets the keyboard when the drawer is closed */
    JobsDrawer(JobsViewModel model, Pane host, Node opener) {
        this.model = model;
        this.view = new JobsView(model);
        this.host = host;
        this.opener = opener;
        model.openProperty().addListener((o, before, open) -> show(open));
        host.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void show(boolean open) {
        if (open) {
            node = node.or(() -> Optional.of(Views.load("jobs", view)));
            host.getChildren().setAll(node.get());
            host.applyCss();
            view.focusList();
        } else {
            host.getChildren().clear();
            opener.requestFocus();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.openProperty().set(false);
            event.consume();
        }
    }
}
