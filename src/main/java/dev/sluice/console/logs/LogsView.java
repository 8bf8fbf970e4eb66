package dev.sluice.console.logs;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentName;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Binds fxml/logs.fxml to its view-model. Decides nothing but where the list is scrolled to. */
public final class LogsView {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double LINE_HEIGHT = 20;
    private static final double AT_END = 0.9999;

    private final LogsViewModel model;
    private final InstanceColors colors;

    @FXML
    private ComboBox<DeploymentName> deployment;

    @FXML
    private TextField filter;

    @FXML
    private ToggleButton wrap;

    @FXML
    private ListView<LogEntry> lines;

    @FXML
    private Label empty;

    @FXML
    private Label summary;

    @FXML
    private Button follow;

    LogsView(LogsViewModel model, InstanceColors colors) {
        this.model = model;
        this.colors = colors;
    }

    @FXML
    private void initialize() {
        summary.textProperty().bind(model.summaryProperty());
        empty.textProperty().bind(model.emptyTextProperty());
        filter.textProperty().addListener((o, before, after) -> model.filter(after));
        bindDeployment();
        bindLines();
        follow.visibleProperty().bind(model.followingProperty().not());
        model.unseenProperty().addListener((o, before, after) -> showUnseen(after.intValue()));
        model.followingProperty().addListener((o, before, after) -> {
            if (after) {
                scrollToEnd();
            }
        });
        showUnseen(0);
    }

    @FXML
    private void follow() {
        model.follow();
    }

    @FXML
    private void clear() {
        model.clear();
    }

    @FXML
    private void copy() {
        model.copy(List.copyOf(lines.getSelectionModel().getSelectedItems()));
    }

    private void bindDeployment() {
        model.deploymentsProperty().addListener((o, before, after) -> {
            deployment.getItems().setAll(after);
            deployment.setValue(model.deploymentProperty().get());
        });
        model.deploymentProperty().addListener((o, before, after) -> deployment.setValue(after));
        deployment.setOnAction(event -> {
            var chosen = deployment.getValue();
            if (chosen != null && !chosen.equals(model.deploymentProperty().get())) {
                model.choose(chosen);
            }
        });
    }

    private void bindLines() {
        lines.setItems(model.lines());
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.setCellFactory(list -> new LogCell(
                list, wrap.selectedProperty(), instance -> colors.of(instance).styleClass()));
        lines.setFixedCellSize(LINE_HEIGHT);
        wrap.selectedProperty()
                .addListener(
                        (o, before, after) -> lines.setFixedCellSize(after ? Region.USE_COMPUTED_SIZE : LINE_HEIGHT));
        model.arrivedProperty().addListener((o, before, after) -> {
            if (model.followingProperty().get()) {
                scrollToEnd();
            }
        });
        lines.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        lines.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> judgePosition());
        lines.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Turning the wheel up is enough to pause: waiting for the bar to move would fight with new lines. */
    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() > 0 && !fits()) {
            model.pauseFollowing();
        } else if (event.getDeltaY() < 0) {
            judgePosition();
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case UP, PAGE_UP, HOME -> model.pauseFollowing();
            case END -> model.follow();
            default -> {
                if (COPY.match(event)) {
                    copy();
                    event.consume();
                }
            }
        }
    }

    private void judgePosition() {
        var bar = bar();
        if (bar == null || bar.getValue() >= AT_END * bar.getMax()) {
            model.follow();
        } else {
            model.pauseFollowing();
        }
    }

    private boolean fits() {
        var bar = bar();
        return bar == null || !bar.isVisible();
    }

    private @Nullable ScrollBar bar() {
        return lines.lookup(".scroll-bar:vertical") instanceof ScrollBar bar ? bar : null;
    }

    private void scrollToEnd() {
        // A list learns of new lines when it is laid out, and cannot be scrolled to what it does not know.
        lines.layout();
        lines.scrollTo(Math.max(0, model.lines().size() - 1));
    }

    private void showUnseen(int count) {
        follow.setText(Messages.of(count == 0 ? "logs.follow" : "logs.follow.new", count));
    }
}
