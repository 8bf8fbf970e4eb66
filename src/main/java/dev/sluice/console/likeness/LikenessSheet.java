package dev.sluice.console.likeness;

import dev.sluice.console.support.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** Every key and behaviour of the cloud, and how it is here, to be searched. */
public final class LikenessSheet extends VBox {

    private static final double WIDTH = 1100;
    private static final double HEIGHT = 560;

    private final FilteredList<Likeness.Row> rows;
    private final TextField filter = new TextField();
    private final Button close = new Button(Messages.of("likeness.close"));

    public LikenessSheet() {
        rows = new FilteredList<>(FXCollections.observableArrayList(Likeness.rows()));
        getStyleClass().add("keys");
        setId("likeness");
        var title = new Label(Messages.of("likeness.title"));
        title.getStyleClass().add("title-4");
        var about = new Label(Messages.of("likeness.about"));
        about.getStyleClass().add("text-muted");
        about.setWrapText(true);
        filter.setId("likeness-filter");
        filter.setPromptText(Messages.of("likeness.filter"));
        filter.setAccessibleText(Messages.of("likeness.filter"));
        filter.textProperty().addListener((o, was, text) -> rows.setPredicate(row -> row.matches(text)));
        close.setId("likeness-close");
        close.setCancelButton(true);
        var foot = new HBox(close);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(title, about, filter, table(), foot);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    }

    /** To be called once it is in a window. */
    public void focusFirst(Runnable whenClosed) {
        close.setOnAction(event -> whenClosed.run());
        filter.requestFocus();
    }

    private TableView<Likeness.Row> table() {
        var table = new TableView<>(rows);
        table.setId("likeness-table");
        table.setAccessibleText(Messages.of("likeness.title"));
        table.setPlaceholder(new Label(Messages.of("likeness.none")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        column("likeness.table", 170, Likeness.Row::table),
                        column("likeness.what", 290, Likeness.Row::what),
                        column("likeness.here", 120, Likeness.Row::here),
                        column("likeness.sentence", 440, Likeness.Row::sentence)));
        table.setPrefSize(WIDTH, HEIGHT);
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private static TableColumn<Likeness.Row, String> column(
            String key, double width, Function<Likeness.Row, String> text) {
        var column = new TableColumn<Likeness.Row, String>(Messages.of(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(any -> new Wrapped());
        return column;
    }

    /** A cell whose text goes on in the next line where it is too long for one. */
    private static final class Wrapped extends TableCell<Likeness.Row, String> {

        private final Text text = new Text();

        Wrapped() {
            setPadding(new Insets(6, 8, 6, 8));
            text.getStyleClass().add("text");
            text.wrappingWidthProperty().bind(widthProperty().subtract(20));
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            text.setText(empty ? "" : item);
            setGraphic(empty ? null : text);
        }
    }
}
