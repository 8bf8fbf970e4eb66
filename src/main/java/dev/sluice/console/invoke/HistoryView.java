package dev.sluice.console.invoke;

import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.Late;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Binds fxml/invoke-history.fxml to what is kept of the endpoint that is open. Decides nothing. */
final class HistoryView {

    private final InvokeViewModel model;
    private final ZoneId zone;
    private final Function<String, DeploymentColor> colors;

    private @Nullable Exchange restored;
    private boolean wasChosen;

    @FXML
    private TabPane tabs;

    @FXML
    private ListView<Exchange> history;

    @FXML
    private Button compare;

    @FXML
    private Button forget;

    @FXML
    private TextField name;

    @FXML
    private Button keep;

    @FXML
    private ListView<SavedRequest> saved;

    @FXML
    private Button use;

    @FXML
    private Button delete;

    HistoryView(InvokeViewModel model, ZoneId zone, Function<String, DeploymentColor> colors) {
        this.model = model;
        this.zone = zone;
        this.colors = colors;
    }

    @FXML
    private void initialize() {
        bindHistory();
        bindSaved();
        Late.tabs(tabs);
        model.endpoint().nameProperty().addListener((o, before, after) -> filter());
        filter();
    }

    @FXML
    private void compare() {
        var two = chosen();
        model.compare().compare(Side.of(two.get(0)), Side.of(two.get(1)));
    }

    @FXML
    private void forget() {
        model.history().forget(List.copyOf(history.getItems()));
    }

    @FXML
    private void keep() {
        model.keepAs(name.getText());
    }

    @FXML
    private void use() {
        var request = saved.getSelectionModel().getSelectedItem();
        if (request != null) {
            name.setText(request.name());
            model.history().use(request.draft());
        }
    }

    @FXML
    private void delete() {
        var request = saved.getSelectionModel().getSelectedItem();
        if (request != null) {
            model.history().book().forget(request);
        }
    }

    private void bindHistory() {
        var here = new FilteredList<>(model.history().book().history());
        history.setItems(here);
        history.setCellFactory(list -> {
            var cell = new ExchangeCell(zone, colors, model.history()::words);
            cell.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> wasChosen = cell.isSelected());
            cell.setOnMouseClicked(click -> {
                if (wasChosen && click.getButton() == MouseButton.PRIMARY) {
                    restoreAgain();
                }
            });
            return cell;
        });
        model.history().book().saved().addListener((ListChangeListener<SavedRequest>) change -> history.refresh());
        history.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        history.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Exchange>) change -> {
            compare.setDisable(chosen().size() != 2);
            if (chosen().size() == 1) {
                restore(chosen().get(0));
            }
        });
        history.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                restoreAgain();
            }
        });
        compare.setDisable(true);
        forget.disableProperty().bind(Bindings.isEmpty(here));
    }

    /** A newer answer moves the chosen one down, which is told as if it were chosen anew. */
    private void restore(Exchange earlier) {
        if (earlier != restored) {
            restored = earlier;
            model.history().restore(earlier);
        }
    }

    /** The one that is chosen may have been followed by a newer answer, or by another request, without being left. */
    private void restoreAgain() {
        if (chosen().size() == 1) {
            model.history().restore(chosen().get(0));
        }
    }

    private void bindSaved() {
        saved.setItems(new FilteredList<>(model.history().book().saved()));
        saved.setCellFactory(list -> new SavedCell());
        var none = saved.getSelectionModel().selectedItemProperty().isNull();
        use.disableProperty().bind(none);
        delete.disableProperty().bind(none);
        saved.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                use();
            }
        });
        saved.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                use();
            }
        });
        keep.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> name.getText().isBlank(), name.textProperty()));
    }

    /** Only what belongs to the endpoint. */
    private void filter() {
        var here = model.endpoint().nameProperty().get();
        ((FilteredList<Exchange>) history.getItems())
                .setPredicate(
                        exchange -> here.filter(exchange.endpoint()::equals).isPresent());
        ((FilteredList<SavedRequest>) saved.getItems())
                .setPredicate(request -> here.filter(request.endpoint()::equals).isPresent());
    }

    private List<Exchange> chosen() {
        return history.getSelectionModel().getSelectedItems();
    }
}
