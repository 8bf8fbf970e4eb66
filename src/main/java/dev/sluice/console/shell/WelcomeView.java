package dev.sluice.console.shell;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.PageEntry;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Binds fxml/welcome.fxml: what can be begun while there is no endpoint. Decides nothing. */
final class WelcomeView {

    private final ShellView.Parts parts;
    private final Consumer<Shortcut> run;

    @FXML
    private VBox body;

    @FXML
    private HBox cards;

    @FXML
    private Button sample;

    @FXML
    private FlowPane pages;

    /** @param run does what a key of the window does */
    WelcomeView(ShellView.Parts parts, Consumer<Shortcut> run) {
        this.parts = parts;
        this.run = run;
    }

    @FXML
    private void initialize() {
        bindSample();
        WelcomeCards.follow(cards);
        pages.getChildren()
                .addAll(parts.tabs().ofNothingChosen().stream().map(this::way).toList());
        if (parts.engine().isWithoutDocker()) {
            var panel = new EnginePanel(parts.engine());
            panel.getStyleClass().add("info-box");
            body.getChildren().add(panel);
        }
    }

    /** What Enter begins when nothing else was chosen. */
    Node first() {
        return sample;
    }

    @FXML
    private void trySample() {
        run.accept(Shortcut.SAMPLE);
    }

    @FXML
    private void openYaml() {
        run.accept(Shortcut.OPEN_YAML);
    }

    @FXML
    private void newEndpoint() {
        run.accept(Shortcut.NEW_ENDPOINT);
    }

    /** From the press on it is seen that something goes on. */
    private void bindSample() {
        var underway = parts.sample().underwayProperty();
        var busy = new ProgressIndicator();
        busy.getStyleClass().add("welcome-busy");
        sample.disableProperty().bind(underway);
        sample.graphicProperty().bind(Bindings.when(underway).then(busy).otherwise((ProgressIndicator) null));
        sample.textProperty()
                .bind(Bindings.when(underway)
                        .then(Messages.of("welcome.sample.underway"))
                        .otherwise(Messages.of("welcome.sample")));
    }

    /** What was there before has left its traces, and no tab leads to them while none is seen. */
    private Hyperlink way(PageEntry page) {
        var way = new Hyperlink(Messages.of(page.titleKey()));
        way.setId("welcome-to-" + page.id());
        way.setOnAction(event -> parts.model().pageProperty().set(page.id()));
        return way;
    }
}
