package dev.sluice.console.explorer;

import dev.sluice.console.support.Command;
import dev.sluice.console.support.Deed;
import dev.sluice.console.support.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Binds fxml/explorer.fxml to its view-model. Decides nothing. */
public final class ExplorerView {

    private final ExplorerViewModel model;
    private final Supplier<List<Command>> pages;
    private final Function<Selection, List<Deed>> deeds;
    private final TreeItem<ExplorerRow> root = new TreeItem<>();
    private boolean updating;

    @FXML
    private TreeView<ExplorerRow> tree;

    @FXML
    private TextField filter;

    @FXML
    private Label nothing;

    /**
     * @param pages the ways to the pages
     * @param deeds what can be done now with what is chosen
     */
    public ExplorerView(ExplorerViewModel model, Supplier<List<Command>> pages, Function<Selection, List<Deed>> deeds) {
        this.model = model;
        this.pages = pages;
        this.deeds = deeds;
    }

    @FXML
    private void initialize() {
        tree.setRoot(root);
        tree.setCellFactory(view -> new ExplorerCell());
        ExplorerMenu.on(tree, pages, deeds);
        filter.textProperty().bindBidirectional(model.filterProperty());
        model.rowsProperty().addListener((o, before, after) -> update(after));
        model.selectionProperty().addListener((o, before, after) -> select(after));
        tree.getSelectionModel().selectedItemProperty().addListener((o, before, after) -> chosen(after));
        tree.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        tree.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        filter.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedInFilter);
        nothing.textProperty().bind(model.whyEmptyProperty());
        update(model.rowsProperty().get());
    }

    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /** What takes the keyboard when the tree is gone to. */
    public Node tree() {
        return tree;
    }

    /** Letters typed in the tree filter it, without a detour to the field. */
    private void typed(KeyEvent event) {
        var text = event.getCharacter();
        boolean meant = !event.isShortcutDown() && !event.isAltDown() && model.isPartOfName(text);
        if (meant) {
            filter.appendText(text);
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.BACK_SPACE && !filter.getText().isEmpty()) {
            filter.deletePreviousChar();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
        }
    }

    private void pressedInFilter(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            tree.requestFocus();
            chooseFirst();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
        }
    }

    /** Of what the filter has left, unless what is chosen is among it. */
    private void chooseFirst() {
        if (tree.getSelectionModel().getSelectedItem() == null && tree.getExpandedItemCount() > 0) {
            tree.getSelectionModel().select(0);
        }
    }

    /** Lines that stay keep their item, and with it whether they are open and chosen. */
    private void update(List<? extends ExplorerRow> rows) {
        updating = true;
        merge(root, rows);
        updating = false;
        select(model.selectionProperty().get());
    }

    private static void merge(TreeItem<ExplorerRow> parent, List<? extends ExplorerRow> rows) {
        var present = parent.getChildren().stream()
                .collect(Collectors.toMap(item -> item.getValue().key(), Function.identity()));
        var items = new ArrayList<TreeItem<ExplorerRow>>();
        for (var row : rows) {
            var item = present.computeIfAbsent(row.key(), key -> opened(row));
            item.setValue(row);
            merge(item, row.children());
            items.add(item);
        }
        if (!parent.getChildren().equals(items)) {
            parent.getChildren().setAll(items);
        }
    }

    private static TreeItem<ExplorerRow> opened(ExplorerRow row) {
        var item = new TreeItem<>(row);
        item.setExpanded(row instanceof ExplorerRow.EndpointRow);
        return item;
    }

    private void chosen(TreeItem<ExplorerRow> item) {
        if (!updating && item != null) {
            model.selectionProperty().set(item.getValue().selection());
        }
    }

    private void select(Selection selection) {
        var selected = tree.getSelectionModel().getSelectedItem();
        if (selected != null && selected.getValue().selection().equals(selection)) {
            return;
        }
        updating = true;
        find(root, selection).ifPresentOrElse(this::reveal, tree.getSelectionModel()::clearSelection);
        updating = false;
    }

    private void reveal(TreeItem<ExplorerRow> item) {
        item.getParent().setExpanded(true);
        tree.getSelectionModel().select(item);
    }

    private static Optional<TreeItem<ExplorerRow>> find(TreeItem<ExplorerRow> parent, Selection selection) {
        return parent.getChildren().stream()
                .flatMap(item -> item.getValue().selection().equals(selection)
                        ? Optional.of(item).stream()
                        : find(item, selection).stream())
                .findFirst();
    }
}
