package dev.sluice.console.jobs;

import static dev.sluice.console.support.Presence.showIf;

import dev.sluice.console.support.Guarded;
import dev.sluice.console.support.JobLine;
import dev.sluice.console.support.Rows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** Binds fxml/jobs.fxml to its view-model. Decides nothing. */
public final class JobsView {

    private final JobsViewModel model;
    private boolean updating;

    @FXML
    private ListView<JobRow> list;

    @FXML
    private Node none;

    @FXML
    private Node detail;

    @FXML
    private Label title;

    @FXML
    private Tooltip wholeTitle;

    @FXML
    private Label why;

    @FXML
    private Label effect;

    @FXML
    private Guarded cancelPlace;

    @FXML
    private Button cancel;

    @FXML
    private Button retry;

    @FXML
    private VBox steps;

    @FXML
    private TextArea log;

    private GrowingText growing;

    public JobsView(JobsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        growing = new GrowingText(log);
        list.setCellFactory(view -> new JobCell());
        list.getSelectionModel().selectedItemProperty().addListener((o, before, after) -> chosen(after));
        model.rowsProperty().addListener((o, before, after) -> show(after));
        model.chosenProperty().addListener((o, before, after) -> show(after));
        model.logProperty().addListener((o, before, after) -> showLog(after));
        show(model.rowsProperty().get());
        show(model.chosenProperty().get());
        showLog(model.logProperty().get());
    }

    /** To be called once it is in a window. */
    public void focusList() {
        list.requestFocus();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void retry() {
        model.retry();
    }

    @FXML
    private void close() {
        model.openProperty().set(false);
    }

    private void chosen(JobRow row) {
        if (!updating && row != null) {
            model.choose(row.id());
        }
    }

    private void show(List<JobRow> rows) {
        updating = true;
        Rows.update(list.getItems(), rows);
        model.chosenProperty().get().ifPresent(row -> select(row.id()));
        updating = false;
        none.setVisible(rows.isEmpty());
    }

    private void select(long id) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).id() == id) {
                list.getSelectionModel().select(i);
            }
        }
    }

    private void show(Optional<JobRow> chosen) {
        detail.setVisible(chosen.isPresent());
        chosen.ifPresent(this::show);
    }

    private void show(JobRow row) {
        updating = true;
        select(row.id());
        updating = false;
        title.setText(row.title());
        wholeTitle.setText(row.title());
        showText(why, row.why());
        showText(effect, row.cancelEffect());
        cancelPlace.setNeeds(row.cancelNeeds());
        showIf(cancel, row.canCancel());
        showIf(retry, row.canRetry());
        steps.getChildren().setAll(row.steps().stream().map(JobsView::step).toList());
    }

    private void showLog(List<JobLine> lines) {
        var text = lines.stream().map(line -> line.step() + "  " + line.text()).collect(Collectors.joining("\n"));
        growing.show(text);
    }

    private static Node step(JobRow.Step step) {
        return JobCell.line(JobCell.icon(step.standing()), step.title(), step.elapsed(), "job-step");
    }

    private static void showText(Label label, String text) {
        label.setText(text);
        showIf(label, !text.isEmpty());
    }
}
