package dev.sluice.console.activity;

import static dev.sluice.console.support.Presence.showIf;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.NoteLine;
import dev.sluice.console.support.diff.DiffView;
import dev.sluice.domain.Activity;
import dev.sluice.domain.Routing;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/** The chosen entry in full, and the way back to the routing before or after it. */
public final class ActivityDetailsView {

    private static final PseudoClass OBSTACLE = PseudoClass.getPseudoClass("obstacle");

    private final ActivityViewModel model;
    private final ToggleGroup moments = new ToggleGroup();
    private Optional<ActivityRow> shown = Optional.empty();
    private Optional<Restoration> restoration = Optional.empty();

    @FXML
    private Label title;

    @FXML
    private Label caption;

    @FXML
    private Label outcome;

    @FXML
    private Label reason;

    @FXML
    private Node sides;

    @FXML
    private Label before;

    @FXML
    private Label after;

    @FXML
    private TextArea yaml;

    @FXML
    private DiffView yamlChange;

    @FXML
    private Node restoreBox;

    @FXML
    private ToggleButton asBefore;

    @FXML
    private ToggleButton asAfter;

    @FXML
    private Label effect;

    @FXML
    private NoteLine note;

    @FXML
    private Button restore;

    ActivityDetailsView(ActivityViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        moments.getToggles().setAll(asBefore, asAfter);
        moments.selectToggle(asAfter);
        note.show(model.note());
        moments.selectedToggleProperty().addListener((o, was, now) -> {
            if (now == null) {
                moments.selectToggle(was);
            }
            refresh();
        });
    }

    void show(@Nullable ActivityRow row) {
        if (row != null && shown.filter(before -> isSame(before, row)).isEmpty()) {
            model.note().clear(); // it was about another entry
        }
        shown = Optional.ofNullable(row);
        shown.ifPresent(this::fill);
        refresh();
    }

    private static boolean isSame(ActivityRow one, ActivityRow other) {
        return one.entry().number() == other.entry().number();
    }

    /** What a restoration would do now. */
    void refresh() {
        restoration = shown.map(ActivityRow::entry)
                .flatMap(entry -> wanted(entry)
                        .flatMap(routing -> entry.deed()
                                .target()
                                .endpoint()
                                .map(endpoint -> Restoration.of(endpoint, routing, model.fleet()))));
        showIf(restoreBox, restoration.isPresent());
        restoration.ifPresent(this::offer);
    }

    private void offer(Restoration way) {
        boolean busy = model.isBeingRouted(way.endpoint());
        effect.setText(busy ? Messages.of("activity.restore.busy") : way.text());
        effect.pseudoClassStateChanged(OBSTACLE, !busy && !way.obstacles().isEmpty());
        boolean disabled = busy || !way.isPossible();
        if (disabled && restore.isFocused()) {
            asAfter.requestFocus(); // disabled, it would lose the keyboard to whatever comes next in the window
        }
        restore.setDisable(disabled);
        note.setDisable(disabled);
    }

    @FXML
    private void restore() {
        restoration.ifPresent(way -> shown.ifPresent(row -> model.restore(way, row)));
    }

    private Optional<Routing> wanted(Activity entry) {
        var deed = entry.deed();
        return moments.getSelectedToggle() == asBefore
                ? deed.before().routed()
                : deed.after().routed();
    }

    private void fill(ActivityRow row) {
        var entry = row.entry();
        title.setText(Messages.of("activity.title", row.what(), row.target()));
        caption.setText(Messages.of("activity.caption", String.valueOf(entry.number()), row.moment(), row.who()));
        outcome.setText(Messages.of("activity.outcome", ActivityWords.verdict(entry.verdict()), entry.why()));
        outcome.setGraphic(OutcomeCell.mark(entry.verdict()));
        reason.setText(Messages.of("activity.reason-given", row.reason()));
        showIf(reason, !row.reason().isEmpty());
        before.setText(orNothing(row.before()));
        after.setText(orNothing(row.after()));
        showIf(sides, !row.before().isEmpty() || !row.after().isEmpty());
        var told = YamlTold.of(entry.deed());
        yaml.setText(told.only());
        showIf(yaml, told.isOneText());
        yamlChange.show(told.change());
        showIf(yamlChange, told.isAChange());
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? Messages.of("activity.nothing") : text;
    }
}
