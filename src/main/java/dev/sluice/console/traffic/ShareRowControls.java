package dev.sluice.console.traffic;

import static dev.sluice.console.support.Presence.showIf;

import atlantafx.base.controls.ProgressSliderSkin;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Guarded;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.NumberField;
import dev.sluice.domain.DeploymentName;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The controls of one deployment's line: slider, number, lock, the shares beside each other, "all to". */
final class ShareRowControls {

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final PseudoClass TOO_MUCH = PseudoClass.getPseudoClass("too-much");
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final PseudoClass UNABLE = PseudoClass.getPseudoClass("unable");

    /** Names with more letters would make every line's button as wide as they are. */
    private static final int LONG_NAME = 14;

    private static final int WHOLE = 100;

    private final Slider slider = new Slider(0, WHOLE, 0);
    private final NumberField number = new NumberField();
    private final ToggleButton lock = new ToggleButton();
    private final Label inForce = number("in-force");
    private final Label measured = number("measured");
    private final Label forecast = number("forecast");
    private final Button allTo;
    private final Guarded allToPlace;
    private final Label reason = new Label();
    private final HBox title;
    private String against = "";
    private boolean showing;

    ShareRowControls(DeploymentName name, DeploymentColor color) {
        var dot = new Region();
        dot.getStyleClass().addAll("deployment-dot", color.styleClass());
        var words = new Label(name.text());
        words.setTooltip(new Tooltip(name.text()));
        words.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        title = new HBox(8, dot, words);
        title.getStyleClass().add("share-name");
        slider.setId("share-" + name.folded());
        slider.setBlockIncrement(1);
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.getStyleClass().addAll("share-slider", color.styleClass());
        slider.setAccessibleText(Messages.of("traffic.share.accessible", name));
        number.setId("share-number-" + name.folded());
        number.setPrefWidth(92);
        number.setMinWidth(92);
        number.setAccessibleText(Messages.of("traffic.share.accessible", name));
        lock.setId("share-lock-" + name.folded());
        lock.setGraphic(new FontIcon("mdi2l-lock-open-variant-outline"));
        lock.setTooltip(new Tooltip(Messages.of("traffic.lock", name)));
        lock.setAccessibleText(Messages.of("traffic.lock", name));
        lock.getStyleClass().addAll("flat", "share-lock");
        inForce.setId("share-in-force-" + name.folded());
        measured.setId("share-measured-" + name.folded());
        forecast.setId("share-forecast-" + name.folded());
        allTo = allTo(name);
        allToPlace = new Guarded(allTo);
        reason.setId("share-reason-" + name.folded());
        reason.setWrapText(true);
        reason.getStyleClass().add("share-reason");
        number.problemProperty().addListener((o, before, after) -> showReason());
    }

    private static Label number(String kind) {
        var label = new Label();
        label.getStyleClass().addAll("share-number", "share-" + kind);
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    /** Never disabled: who presses it in an emergency gets an answer, if only why it cannot be. */
    private static Button allTo(DeploymentName name) {
        var words = Messages.of("traffic.all-to", name);
        var button = new Button(name.text().length() > LONG_NAME ? Messages.of("traffic.all-here") : words);
        button.setId("share-all-" + name.folded());
        button.setAccessibleText(words);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("share-all");
        button.setTooltip(new Tooltip());
        button.accessibleHelpProperty().bind(button.getTooltip().textProperty());
        return button;
    }

    void onMove(IntConsumer moved) {
        slider.valueProperty().addListener((o, before, after) -> moved(moved, (int) Math.round(after.doubleValue())));
        number.valueProperty().addListener((o, before, after) -> moved(moved, after));
        ShareKeys.on(slider, by -> moved(moved, clamped(number.number() + by)));
    }

    void onLock(Runnable toggled) {
        lock.setOnAction(event -> toggled.run());
    }

    void onAllTo(Runnable pressed) {
        allTo.setOnAction(event -> pressed.run());
    }

    NumberField number() {
        return number;
    }

    /** With a slider and a lock of its own, and the reason below: takes this line and the next. */
    void addTo(GridPane grid, int line) {
        grid.addRow(line, title, slider, number, lock, inForce, measured, forecast, allToPlace);
        grid.add(reason, 1, line + 1, 7, 1);
    }

    /** One of two, which are moved by one slider together: the reason has its place in the line. */
    void addPlainTo(GridPane grid, int line) {
        var room = new HBox(reason);
        room.setAlignment(Pos.CENTER_LEFT);
        grid.add(title, 0, line);
        grid.add(room, 1, line);
        int column = 2;
        for (var cell : new Node[] {number, lock, inForce, measured, forecast, allToPlace}) {
            grid.add(cell, column++, line);
        }
    }

    void show(ShareRow row) {
        showing = true;
        slider.setValue(row.draft());
        limit(row);
        number.setNumber(row.draft());
        showing = false;
        slider.setDisable(!row.isMovable());
        number.setDisable(!row.isMovable());
        boolean closed = row.lock() == ShareRow.Lock.CLOSED;
        showIf(lock, row.lock() != ShareRow.Lock.NONE);
        lock.setSelected(closed);
        ((FontIcon) lock.getGraphic()).setIconLiteral(closed ? "mdi2l-lock" : "mdi2l-lock-open-variant-outline");
        inForce.setText(Messages.of("traffic.percent", row.inForce()));
        measured.setText(
                row.measured().isPresent()
                        ? Messages.of(
                                "traffic.percent",
                                String.format(
                                        Locale.ROOT, "%.1f", row.measured().getAsDouble()))
                        : Messages.of("traffic.none"));
        forecast.setText(ForecastInWords.brief(row.forecast()));
        forecast.pseudoClassStateChanged(TIGHT, row.forecast().verdict() == Forecast.Verdict.TIGHT);
        forecast.pseudoClassStateChanged(TOO_MUCH, row.forecast().verdict() == Forecast.Verdict.TOO_MUCH);
        boolean isUnable = !row.againstAll().isEmpty();
        allTo.pseudoClassStateChanged(UNABLE, isUnable);
        allTo.getTooltip().setText(isUnable ? row.againstAll() : Messages.of("traffic.all-to.hint", row.name()));
        against = row.reason();
        showReason();
    }

    private void limit(ShareRow row) {
        int least = row.isMovable() ? row.lowest() : 0;
        int most = row.isMovable() ? row.highest() : WHOLE;
        number.setRule(least == 0 && most == WHOLE ? "number.percent" : "number.percent.locked");
        number.setLimits(least, most);
        if (!row.isMovable()) {
            number.putBack();
        }
    }

    /** What is wrong with what is typed comes first. */
    private void showReason() {
        var wrong = number.problemProperty().get();
        reason.pseudoClassStateChanged(DANGER, !wrong.isEmpty());
        reason.setText(wrong.isEmpty() ? against : wrong);
        showIf(reason, !reason.getText().isEmpty());
    }

    private void moved(IntConsumer moved, int percent) {
        if (!showing) {
            moved.accept(percent);
        }
    }

    private static int clamped(int percent) {
        return Math.max(0, Math.min(WHOLE, percent));
    }
}
