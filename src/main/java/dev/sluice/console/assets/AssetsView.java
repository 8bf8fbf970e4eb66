package dev.sluice.console.assets;

import static dev.sluice.console.support.Presence.showIf;
import static dev.sluice.console.support.Presence.showWhile;

import dev.sluice.console.support.Late;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.TextCell;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.WholeText;
import dev.sluice.domain.AssetKind;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Binds fxml/assets.fxml to its view-model. Decides nothing. */
public final class AssetsView {

    private final AssetsViewModel model;
    private final SubstitutionsView shownSubstitutions;
    private final ToggleGroup sections = new ToggleGroup();

    /** Whether a deployment needs the chosen one. */
    private final BooleanProperty needed = new SimpleBooleanProperty();

    @FXML
    private ToggleButton models;

    @FXML
    private ToggleButton environments;

    @FXML
    private ToggleButton substitutions;

    @FXML
    private TextField filter;

    @FXML
    private CheckBox archived;

    @FXML
    private VBox list;

    @FXML
    private VBox substitutionsHost;

    @FXML
    private TableView<AssetRow> table;

    @FXML
    private TableColumn<AssetRow, String> name;

    @FXML
    private TableColumn<AssetRow, String> version;

    @FXML
    private TableColumn<AssetRow, String> type;

    @FXML
    private TableColumn<AssetRow, String> created;

    @FXML
    private TableColumn<AssetRow, String> usedBy;

    @FXML
    private TableColumn<AssetRow, String> size;

    @FXML
    private Label empty;

    @FXML
    private Label summary;

    @FXML
    private Node details;

    @FXML
    private Label title;

    @FXML
    private Label about;

    @FXML
    private Label users;

    @FXML
    private TextArea yaml;

    @FXML
    private Button register;

    @FXML
    private Button deploy;

    @FXML
    private Button archive;

    @FXML
    private Button delete;

    @FXML
    private Label busy;

    AssetsView(AssetsViewModel model, SubstitutionsView shownSubstitutions) {
        this.model = model;
        this.shownSubstitutions = shownSubstitutions;
    }

    @FXML
    private void initialize() {
        bindSections();
        bindTable();
        filter.textProperty().bindBidirectional(model.filterProperty());
        archived.selectedProperty().bindBidirectional(model.archivedTooProperty());
        summary.textProperty().bind(model.summaryProperty());
        empty.textProperty().bind(model.emptyTextProperty());
        bindBusy();
        Late.showWhile(details, model.chosenProperty().map(Optional::isPresent));
        show(model.chosenProperty().get());
        model.chosenProperty().addListener((o, before, after) -> show(after));
    }

    private void bindBusy() {
        WholeText.inTooltip(title);
        busy.textProperty().bind(model.busyProperty());
        busy.visibleProperty().bind(model.busyProperty().isNotEmpty());
        archive.disableProperty().bind(busy.visibleProperty());
        delete.disableProperty().bind(busy.visibleProperty().or(needed));
    }

    private void bindSections() {
        sections.getToggles().setAll(models, environments, substitutions);
        sections.selectToggle(models);
        sections.selectedToggleProperty().addListener((o, before, after) -> turnTo(before, after));
        showInsteadOfList();
    }

    /** One is always chosen: pressing it again does not let it go. */
    private void turnTo(Toggle before, @Nullable Toggle after) {
        if (after == null) {
            sections.selectToggle(before);
        } else {
            model.kindProperty().set(after == environments ? AssetKind.ENVIRONMENT : AssetKind.MODEL);
        }
    }

    private void showInsteadOfList() {
        Late.showWhile(
                substitutionsHost,
                substitutions.selectedProperty(),
                () -> Views.load("assets-substitutions", shownSubstitutions));
        showWhile(list, substitutions.selectedProperty().not());
        filter.visibleProperty().bind(list.visibleProperty());
        register.visibleProperty().bind(list.visibleProperty());
        archived.visibleProperty().bind(list.visibleProperty());
    }

    private void bindTable() {
        table.setItems(model.rows());
        text(name, AssetRow::name);
        text(version, AssetRow::version);
        text(type, AssetRow::type);
        text(created, AssetRow::created);
        text(usedBy, AssetRow::usedBy);
        text(size, AssetRow::size);
        var chosen = table.getSelectionModel();
        chosen.selectedItemProperty().addListener((o, before, now) -> model.choose(Optional.ofNullable(now)));
    }

    private static void text(TableColumn<AssetRow, String> column, Function<AssetRow, String> text) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(any -> TextCell.asItIs());
    }

    private void show(Optional<AssetRow> row) {
        row.ifPresent(chosen -> {
            var asset = chosen.held().asset();
            title.setText(asset.id().text());
            about.setText(model.about(chosen));
            users.setText(model.users(chosen));
            needed.set(!model.canBeDeleted(chosen));
            yaml.setText(model.yaml(chosen));
            showIf(deploy, asset.id().kind() == AssetKind.MODEL);
            archive.setText(Messages.of(asset.archived() ? "assets.restore" : "assets.archive"));
        });
    }

    @FXML
    private void register() {
        model.register();
    }

    @FXML
    private void deploy() {
        withChosen(model::deploy);
    }

    @FXML
    private void copyReference() {
        withChosen(model::copyReference);
    }

    @FXML
    private void archiveOrRestore() {
        withChosen(model::archiveOrRestore);
    }

    @FXML
    private void delete() {
        withChosen(model::delete);
    }

    private void withChosen(Consumer<AssetRow> verb) {
        model.chosenProperty().get().ifPresent(verb);
    }
}
