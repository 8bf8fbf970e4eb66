package dev.sluice.console.shell;

import static dev.sluice.console.support.Presence.say;

import dev.sluice.console.desktop.WhenClosed;
import dev.sluice.console.explorer.ExplorerView;
import dev.sluice.console.likeness.LikenessSheet;
import dev.sluice.console.palette.PaletteViewModel;
import dev.sluice.console.settings.LocalSettings;
import dev.sluice.console.shell.PaneFocus.Pane;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Ticker;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.Workbench;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds fxml/shell.fxml to its view-model. Decides nothing. */
final class ShellView {

    /**
     * What the view is made from, and what leads out of it.
     *
     * @param whenClosed what becomes of what is up, if that is this window's business
     * @param quit closes the window, or asks first what is to become of what is up
     * @param close closes the window without asking
     */
    record Parts(
            Workbench bench,
            ShellViewModel model,
            ThemeViewModel theme,
            EngineViewModel engine,
            Tabs tabs,
            LocalSettings settings,
            SampleOffer sample,
            Optional<ObjectProperty<WhenClosed>> whenClosed,
            Runnable quit,
            Runnable close) {}

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Parts parts;
    private final ShellViewModel model;

    @FXML
    private StackPane root;

    @FXML
    private BorderPane frame;

    @FXML
    private MenuBar menu;

    @FXML
    private VBox top;

    @FXML
    private Button palette;

    @FXML
    private SplitPane split;

    @FXML
    private StackPane explorerHost;

    @FXML
    private Node loading;

    @FXML
    private StackPane welcome;

    @FXML
    private StackPane middle;

    @FXML
    private BorderPane pages;

    @FXML
    private HBox header;

    @FXML
    private TabPane tabs;

    @FXML
    private StackPane jobsHost;

    @FXML
    private Button engine;

    @FXML
    private Label router;

    @FXML
    private Label metrics;

    @FXML
    private Label tie;

    @FXML
    private Button jobs;

    @FXML
    private NoticePane notices;

    private Fronts fronts;
    private Actions actions;
    private Deeds deeds;
    private StatusBar status;

    ShellView(Parts parts) {
        this.parts = parts;
        this.model = parts.model();
    }

    @FXML
    private void initialize() {
        fronts = new Fronts(root);
        actions = new Actions(fronts.covered()::get, parts.bench().reach());
        frame.disableProperty().bind(fronts.covered());
        deeds = new Deeds(parts.bench(), model, new Spotlight(middle), parts.tabs()::has);
        var explorer = new ExplorerView(model.explorer(), parts.tabs()::commands, deeds::of);
        explorerHost.getChildren().setAll(Views.load("explorer", explorer));
        fillMenus();
        prepareActions(explorer);
        bindMiddle();
        top.getChildren().add(new Banner(model.health(), parts.close()));
        status = new StatusBar(model, seconds(), engine, router, metrics, jobs);
        status.follow(parts.engine());
        showTie();
        NoticeStack.follow(parts.bench().notices(), notices.cards());
        YamlDrop.onto(root, parts.bench().reach(), model.drawer().files()::open);
        new DrawerFront(model.drawer(), fronts).follow();
        new JobsDrawer(model.jobs(), jobsHost, jobs);
    }

    /** Only of a runtime in another process is it said which one that is. */
    private void showTie() {
        say(tie, model.health().tieProperty());
    }

    /** Where the line between tree and page stands, 0 to 1. */
    DoubleProperty dividerProperty() {
        return split.getDividers().get(0).positionProperty();
    }

    Front question() {
        return fronts.question();
    }

    /** Whether something stands in front of the pages. */
    boolean isCovered() {
        return fronts.covered().get();
    }

    void stop() {
        status.stop();
    }

    private void prepareActions(ExplorerView explorer) {
        var panes = new PaneFocus(
                new Pane(explorerHost, () -> Optional.of(explorer.tree())),
                Pane.of(middle),
                new Pane(notices, () -> NoticeStack.entry(notices.cards())),
                new Pane(jobsHost, () -> Optional.ofNullable(jobsHost.lookup("#jobs-list"))));
        explorerHost.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                panes.toPage();
            }
        });
        palette.setText(Messages.of("shell.palette", Shortcut.PALETTE.keys()));
        var commands = new PaletteViewModel(new ShellCommands(parts.bench(), model, parts.tabs(), deeds, actions)::all);
        fronts.follow(commands);
        new ShellActions(actions, parts).prepare();
        actions.on(Shortcut.PALETTE, commands::open)
                .on(Shortcut.FILTER, explorer::focusFilter)
                .on(Shortcut.NEXT_PANE, panes::next)
                .on(Shortcut.PREVIOUS_PANE, panes::previous)
                .on(Shortcut.ENGINE, this::fireEngine)
                .on(Shortcut.LIKENESS, () -> fronts.openLikeness(new LikenessSheet()))
                .on(Shortcut.KEYS, () -> fronts.openKeys(new KeysSheet(parts.tabs())));
    }

    private void fillMenus() {
        var edit = new Menu();
        var toPages = new Menu();
        var shell = new ShellMenu(actions);
        shell.fill(menu, parts.theme().choiceProperty(), edit, toPages);
        parts.whenClosed().ifPresent(chosen -> shell.addClosing(menu.getMenus().get(0), chosen));
        parts.tabs().fill(tabs, toPages, fronts.covered()::get);
        parts.tabs().fillActions(edit, fronts.covered()::get, parts.bench().reach());
    }

    private Ticker seconds() {
        return new Ticker(SECOND, parts.bench().ui(), () -> {
            model.status().tick();
            model.jobs().tick();
        });
    }

    @FXML
    private void newEndpoint() {
        actions.run(Shortcut.NEW_ENDPOINT);
    }

    @FXML
    private void openYaml() {
        actions.run(Shortcut.OPEN_YAML);
    }

    /** Not before there is a picture of the runtime: until then nothing of the engine is shown. */
    private void fireEngine() {
        if (engine.isVisible()) {
            engine.fire();
        }
    }

    @FXML
    private void openPalette() {
        actions.run(Shortcut.PALETTE);
    }

    @FXML
    private void switchTheme() {
        actions.run(Shortcut.SWITCH_THEME);
    }

    private void bindMiddle() {
        new MiddlePane(loading, welcome, pages, () -> new WelcomeView(parts, actions::run))
                .follow(model.sceneProperty());
        var row = new HeaderRow(header);
        row.show(model.headerProperty().get());
        model.headerProperty().addListener((o, before, after) -> row.show(after));
    }
}
