package dev.sluice.console.traffic;

import atlantafx.base.controls.ProgressSliderSkin;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Messages;
import dev.sluice.domain.DeploymentName;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The controls of one deployment's line: slider, number, lock, the shares beside each other, "all to". */
final class ShareRowControls {

    private final Slider slider = new Slider(0, 100, 0);
    private final IntegerSpinnerValueFactory number = new IntegerSpinnerValueFactory(0, 100);
    private final Spinner<Integer> spinner = new Spinner<>(number);
    private final ToggleButton lock = new ToggleButton();
    private final Label inForce = new Label();
    private final Label measured = new Label();
    private final Button allTo;
    private final Label reason = new Label();
    private final HBox title;
    private boolean showing;

    ShareRowControls(DeploymentName name, DeploymentColor color) {
        var dot = new Region();
        dot.getStyleClass().addAll("deployment-dot", color.styleClass());
        title = new HBox(8, dot, new Label(name.text()));
        title.getStyleClass().add("share-name");
        slider.setId("share-" + name.folded());
        slider.setBlockIncrement(1);
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.getStyleClass().addAll("share-slider", color.styleClass());
        slider.setAccessibleText(Messages.of("traffic.share.accessible", name));
        spinner.setId("share-number-" + name.folded());
        spinner.setEditable(true);
        spinner.setPrefWidth(92);
        spinner.setMinWidth(92);
        spinner.setAccessibleText(Messages.of("traffic.share.accessible", name));
        lock.setId("share-lock-" + name.folded());
        lock.setGraphic(new FontIcon("mdi2l-lock-open-variant-outline"));
        lock.setTooltip(new Tooltip(Messages.of("traffic.lock")));
        lock.setAccessibleText(Messages.of("traffic.lock"));
        lock.getStyleClass().addAll("flat", "share-lock");
        measured.setId("share-measured-" + name.folded());
        allTo = new Button(Messages.of("traffic.all-to", name));
        allTo.setId("share-all-" + name.folded());
        allTo.setMaxWidth(Double.MAX_VALUE);
        allTo.setMinWidth(Region.USE_PREF_SIZE);
        allTo.setMnemonicParsing(false);
        reason.setId("share-reason-" + name.folded());
        reason.getStyleClass().add("share-reason");
        reason.managedProperty().bind(reason.visibleProperty());
        inForce.getStyleClass().add("share-number");
        measured.getStyleClass().add("share-number");
    }

    void onMove(IntConsumer moved) {
        slider.valueProperty().addListener((o, before, after) -> moved(moved, (int) Math.round(after.doubleValue())));
        number.valueProperty().addListener((o, before, after) -> moved(moved, after));
    }

    void onLock(Runnable toggled) {
        lock.setOnAction(event -> toggled.run());
    }

    void onAllTo(Runnable pressed) {
        allTo.setOnAction(event -> pressed.run());
    }

    /** Takes what is typed in the number but not yet entered. */
    void commit() {
        spinner.commitValue();
    }

    void addTo(GridPane grid, int line) {
        var cells = new Node[] {title, slider, spinner, lock, inForce, measured, allTo};
        grid.addRow(line, cells);
        GridPane.setHalignment(inForce, HPos.RIGHT);
        GridPane.setHalignment(measured, HPos.RIGHT);
        grid.add(reason, 1, line + 1, 6, 1);
    }

    void show(ShareRow row) {
        showing = true;
        slider.setValue(row.draft());
        number.setValue(row.draft());
        showing = false;
        slider.setDisable(!row.isMovable());
        spinner.setDisable(!row.isMovable());
        boolean closed = row.lock() == ShareRow.Lock.CLOSED;
        lock.setVisible(row.lock() != ShareRow.Lock.NONE);
        lock.setSelected(closed);
        ((FontIcon) lock.getGraphic()).setIconLiteral(closed ? "mdi2l-lock" : "mdi2l-lock-open-variant-outline");
        inForce.setText(row.inForce() + " %");
        measured.setText(
                row.measured().isPresent()
                        ? String.format(Locale.ROOT, "%.1f %%", row.measured().getAsDouble())
                        : "–");
        allTo.setDisable(!row.canTakeAll());
        reason.setText(row.reason());
        reason.setVisible(!row.reason().isEmpty());
    }

    private void moved(IntConsumer moved, int percent) {
        if (!showing) {
            moved.accept(percent);
        }
    }
}
