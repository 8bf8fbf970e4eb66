package dev.sluice.console.logs;

import static dev.sluice.console.support.Presence.showWhile;

import dev.sluice.console.support.Choices;
import dev.sluice.console.support.Command;
import dev.sluice.console.support.EmptyPlace;
import dev.sluice.console.support.KeyHint;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.TextExport;
import dev.sluice.console.support.Ticker;
import dev.sluice.domain.DeploymentName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Binds fxml/logs.fxml to its view-model. Decides nothing. */
public final class LogsView {

    static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final double LINE_HEIGHT = 20;

    private final LogsViewModel model;
    private final LogLook look;
    private final TextExport export;
    private final Ways ways;

    /** "12 s ago" is true for a second. */
    private final Ticker ageing;

    @FXML
    private VBox root;

    @FXML
    private Node nobody;

    @FXML
    private Label nobodyText;

    @FXML
    private Node content;

    @FXML
    private ComboBox<Optional<DeploymentName>> source;

    @FXML
    private ComboBox<InstanceChoice> instance;

    @FXML
    private ComboBox<LogLevels> levels;

    @FXML
    private TextField filter;

    @FXML
    private TextField search;

    @FXML
    private Label searchPosition;

    @FXML
    private Button searchPrevious;

    @FXML
    private Button searchNext;

    @FXML
    private ComboBox<LogTimes> times;

    @FXML
    private ToggleButton wrap;

    @FXML
    private Button request;

    @FXML
    private MenuItem requestItem;

    @FXML
    private ListView<LogEntry> lines;

    @FXML
    private EmptyPlace empty;

    @FXML
    private Label summary;

    @FXML
    private Label dropped;

    @FXML
    private Button older;

    @FXML
    private Button follow;

    private SearchBar searchBar;

    /** Where the page leads: to the form of a first deployment, and to reading the logs once more. */
    record Ways(Runnable firstDeployment, Runnable again) {}

    LogsView(LogsViewModel model, LogLook look, TextExport export, Executor ui, Ways ways) {
        this.model = model;
        this.look = look;
        this.export = export;
        this.ways = ways;
        ageing = new Ticker(Duration.ofSeconds(1), ui, () -> lines().refresh());
    }

    @FXML
    private void initialize() {
        summary.textProperty().bind(model.inWords().summaryProperty());
        empty.explain(lines, model.lines(), model.inWords().emptyTextProperty());
        empty.offerAgain(lines, model.unreadProperty(), ways.again());
        nobodyText.textProperty().bind(model.inWords().emptyTextProperty());
        showWhile(nobody, model.inWords().nobodyProperty());
        showWhile(content, model.inWords().nobodyProperty().not());
        filter.textProperty().bindBidirectional(model.wordsProperty());
        bindChoices();
        bindSearch();
        bindLines();
        bindRequest();
        showWhile(older, model.olderProperty());
        follow.visibleProperty().bind(model.followingProperty().not());
        model.unseenProperty().addListener((o, before, after) -> showUnseen(after.intValue()));
        model.droppedProperty().addListener((o, before, after) -> showDropped(after.longValue()));
        showUnseen(0);
        showDropped(0);
    }

    List<Command> commands() {
        return new LogCommands(model, look, searchBar::enter, this::copy, this::export).now();
    }

    static List<KeyHint> keys() {
        return List.of(
                KeyHint.of("logs.command.find", FIND.getDisplayText()),
                KeyHint.of("logs.keys.hits", "Enter", "Shift+Enter"),
                KeyHint.of("logs.keys.clear", "Esc"),
                KeyHint.of("logs.command.copy", COPY.getDisplayText()));
    }

    /** It is on screen now. */
    void wake() {
        if (look.times().get() == LogTimes.RELATIVE) {
            ageing.start();
        }
    }

    /** Nobody sees it any more. */
    void rest() {
        ageing.stop();
    }

    @FXML
    private void addDeployment() {
        ways.firstDeployment().run();
    }

    @FXML
    private void follow() {
        model.follow();
    }

    @FXML
    private void readOlder() {
        model.readOlder();
    }

    @FXML
    private void clear() {
        model.clear();
    }

    @FXML
    private void copy() {
        model.copy(List.copyOf(lines.getSelectionModel().getSelectedItems()));
    }

    @FXML
    private void export() {
        export.save(Messages.of("logs.export.title"), "instances.log", model.text());
    }

    @FXML
    private void onlyRequest() {
        Optional.ofNullable(lines.getSelectionModel().getSelectedItem())
                .flatMap(LogEntry::requestId)
                .ifPresent(model::onlyRequest);
    }

    private ListView<LogEntry> lines() {
        return lines;
    }

    private void bindChoices() {
        Choices.show(
                source, choice -> choice.map(DeploymentName::text).orElseGet(() -> Messages.of("logs.source.all")));
        Choices.follow(source, model.sources().choices(), model.sources().chosenProperty(), model::choose);
        levels.getItems().setAll(LogLevels.values());
        Choices.show(levels, choice -> Messages.of(choice.key()));
        Choices.follow(levels, model.filterProperty().map(LogFilter::levels), model::choose);
        Choices.show(instance, InstanceChoice::text);
        Choices.follow(instance, model.instances().choices(), model.instanceProperty(), model::choose);
        times.getItems().setAll(LogTimes.values());
        Choices.show(times, choice -> Messages.of(choice.key()));
        times.valueProperty().bindBidirectional(look.times());
        look.times().addListener((o, before, after) -> {
            lines.refresh();
            rest();
            wake();
        });
    }

    private void bindSearch() {
        searchBar = new SearchBar(search, searchPosition, searchPrevious, searchNext);
        searchBar.follow(model.search());
        model.search().wordsProperty().addListener((o, before, after) -> lines.refresh());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (FIND.match(event)) {
                searchBar.enter();
                event.consume();
            }
        });
    }

    private void bindLines() {
        lines.setItems(model.lines());
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        wrap.selectedProperty().bindBidirectional(look.wrap());
        lines.setCellFactory(list -> new LogCell(list, look, model));
        lines.fixedCellSizeProperty()
                .bind(Bindings.when(look.wrap()).then(Region.USE_COMPUTED_SIZE).otherwise(LINE_HEIGHT));
        lines.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
        var position = new LogList(lines, model);
        position.follow();
        var looking = model.search();
        // Told also from a line to one that says the same at the same time: these are equal.
        looking.currentProperty().addListener((Observable moved) -> {
            lines.refresh();
            looking.currentProperty().get().ifPresent(line -> position.goTo(looking.standing()));
        });
    }

    /** Only a line that names its request leads to the others of it. */
    private void bindRequest() {
        var none = lines.getSelectionModel()
                .selectedItemProperty()
                .map(entry -> entry.requestId().isEmpty())
                .orElse(true);
        request.disableProperty().bind(none);
        requestItem.disableProperty().bind(none);
    }

    private void showUnseen(int count) {
        follow.setText(Messages.of(count == 0 ? "logs.follow" : "logs.follow.new", count));
    }

    private void showDropped(long count) {
        dropped.setText(Messages.of("logs.dropped", count));
        dropped.setVisible(count > 0);
    }
}
