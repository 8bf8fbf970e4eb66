package dev.sluice.console.activity;

import static dev.sluice.console.support.Presence.showWhile;

import dev.sluice.console.support.Choices;
import dev.sluice.console.support.EmptyPlace;
import dev.sluice.console.support.FittingColumns;
import dev.sluice.console.support.Late;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.TextCell;
import dev.sluice.console.support.TextExport;
import dev.sluice.console.support.Views;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.Happening.Verdict;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.VBox;

/** Binds fxml/activity.fxml to its view-model. Decides nothing. */
public final class ActivityView {

    /** What an outcome takes, in pixels: each of its letters, its mark and the space around them. */
    private static final double LETTER = 7.5;

    private static final double AROUND = 44;

    private final ActivityViewModel model;
    private final TextExport export;
    private final Runnable again;
    private final ActivityDetailsView shownDetails;

    @FXML
    private TextField filter;

    @FXML
    private ComboBox<ActivityGroup> group;

    @FXML
    private ComboBox<Optional<EndpointName>> endpoint;

    @FXML
    private TableView<ActivityRow> table;

    @FXML
    private TableColumn<ActivityRow, ActivityRow> time;

    @FXML
    private TableColumn<ActivityRow, ActivityRow> who;

    @FXML
    private TableColumn<ActivityRow, ActivityRow> what;

    @FXML
    private TableColumn<ActivityRow, ActivityRow> target;

    @FXML
    private TableColumn<ActivityRow, ActivityRow> before;

    @FXML
    private TableColumn<ActivityRow, ActivityRow> after;

    @FXML
    private TableColumn<ActivityRow, ActivityRow> outcome;

    @FXML
    private TableColumn<ActivityRow, ActivityRow> reason;

    @FXML
    private Node exports;

    @FXML
    private EmptyPlace empty;

    @FXML
    private Label summary;

    @FXML
    private Button older;

    @FXML
    private VBox details;

    /** @param again reads the journal once more */
    ActivityView(ActivityViewModel model, TextExport export, Runnable again) {
        this.model = model;
        this.again = again;
        this.export = export;
        this.shownDetails = new ActivityDetailsView(model);
    }

    @FXML
    private void initialize() {
        filter.textProperty().addListener((o, was, text) -> model.filter(text));
        bindChoices();
        bindTable();
        summary.textProperty().bind(model.summaryProperty());
        exports.disableProperty().bind(Bindings.isEmpty(model.rows()));
        showWhile(older, model.olderProperty());
        details.getChildren().setAll(Views.load("activity-details", shownDetails));
        Late.showWhile(details, table.getSelectionModel().selectedItemProperty().isNotNull());
    }

    /** The fleet is another: what a restoration would do may be so too. */
    void refreshRestoration() {
        shownDetails.refresh();
    }

    @FXML
    private void fetchOlder() {
        model.fetchOlder();
    }

    @FXML
    private void exportCsv() {
        export.save(Messages.of("activity.export.csv"), "activity.csv", model::csv);
    }

    @FXML
    private void exportScript() {
        export.save(Messages.of("activity.export.script"), "activity.sh", model::script);
    }

    private void bindChoices() {
        group.getItems().setAll(ActivityGroup.values());
        Choices.show(group, choice -> Messages.of(choice.key()));
        Choices.follow(group, model.groupProperty(), model::choose);
        Choices.show(
                endpoint,
                choice -> choice.map(EndpointName::text).orElseGet(() -> Messages.of("activity.endpoint.all")));
        Choices.follow(endpoint, model.endpoints(), model.endpointProperty(), model::choose);
    }

    private void bindTable() {
        table.setItems(model.rows());
        FittingColumns.withAWideLast(table);
        empty.explain(table, model.rows(), model.emptyTextProperty());
        empty.offerAgain(table, model.unreadProperty(), again);
        text(time, ActivityRow::time, ActivityRow::moment);
        text(who, ActivityRow::who);
        text(what, ActivityRow::what);
        text(target, ActivityRow::target);
        text(before, ActivityRow::before);
        text(after, ActivityRow::after);
        text(reason, ActivityRow::reason);
        outcome.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        outcome.setCellFactory(column -> new OutcomeCell());
        holdAnyOutcome();
        table.heightProperty().addListener(changed -> keepChosenInSight());
        table.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> shownDetails.show(now));
    }

    /** What is told of a row takes its room from the table, which would push that very row out of sight. */
    private void keepChosenInSight() {
        int chosen = table.getSelectionModel().getSelectedIndex();
        if (chosen >= 0 && table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            boolean wasInSight = hidden(flow, chosen) <= 0;
            table.layout();
            if (wasInSight) {
                flow.scrollPixels(Math.max(0, hidden(flow, chosen)));
            }
        }
    }

    /** How much of what is there down to the row's end is below the table's. */
    private double hidden(VirtualFlow<?> flow, int row) {
        var first = flow.getFirstVisibleCell();
        return first == null
                ? 0
                : first.getLayoutY() + (row - first.getIndex() + 1) * table.getFixedCellSize() - flow.getHeight();
    }

    /** No wider: where the window is small, the columns beside it need the room. */
    private void holdAnyOutcome() {
        int letters = Arrays.stream(Verdict.values())
                .mapToInt(each -> ActivityWords.verdict(each).length())
                .max()
                .orElseThrow();
        double wide = AROUND + LETTER * letters;
        outcome.setMinWidth(wide);
        outcome.setPrefWidth(wide);
        outcome.setMaxWidth(wide);
    }

    private static void text(TableColumn<ActivityRow, ActivityRow> column, Function<ActivityRow, String> text) {
        text(column, text, text);
    }

    private static void text(
            TableColumn<ActivityRow, ActivityRow> column,
            Function<ActivityRow, String> text,
            Function<ActivityRow, String> whole) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> new TextCell<>(text, whole));
    }
}
