package dev.sluice.console.shell;

import dev.sluice.console.create.CreateDeploymentView;
import dev.sluice.console.create.CreateEndpointView;
import dev.sluice.console.explorer.ExplorerView;
import dev.sluice.console.support.NoticeBoard;
import dev.sluice.console.support.Views;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds fxml/shell.fxml to its view-model. Decides nothing. */
final class ShellView {

    private final ShellViewModel model;
    private final NoticeBoard board;
    private final Tabs pageTabs;
    private final Runnable trySample;
    private final Runnable quit;
    private final Front drawer = new Front(Pos.CENTER_RIGHT, 10);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);

    @FXML
    private StackPane root;

    @FXML
    private BorderPane frame;

    @FXML
    private Menu editMenu;

    @FXML
    private Menu viewMenu;

    @FXML
    private RadioMenuItem light;

    @FXML
    private RadioMenuItem dark;

    @FXML
    private StackPane explorerHost;

    @FXML
    private Node loading;

    @FXML
    private Node welcome;

    @FXML
    private Button sample;

    @FXML
    private Node pages;

    @FXML
    private HBox header;

    @FXML
    private TabPane tabs;

    @FXML
    private Label engine;

    @FXML
    private Label router;

    @FXML
    private Label metrics;

    @FXML
    private Button jobs;

    @FXML
    private VBox notices;

    ShellView(ShellViewModel model, NoticeBoard board, Tabs pageTabs, Runnable trySample, Runnable quit) {
        this.model = model;
        this.board = board;
        this.pageTabs = pageTabs;
        this.trySample = trySample;
        this.quit = quit;
    }

    @FXML
    private void initialize() {
        explorerHost.getChildren().setAll(Views.load("explorer", new ExplorerView(model.explorer())));
        root.getChildren().add(drawer.node());
        pageTabs.fill(tabs, viewMenu);
        pageTabs.fillActions(editMenu);
        bindMiddle();
        new StatusBar(engine, router, metrics, jobs).follow(model.status());
        NoticeStack.follow(board, notices);
        YamlDrop.onto(root, model.drawer()::open);
        model.drawer().drawerProperty().addListener((o, before, after) -> show(after));
        theme.addListener((o, before, after) -> show(after));
        show(theme.get());
    }

    /** Whether something stands in front of the pages, which then take no keys. */
    void disableWhileCovered(Front question) {
        root.getChildren().add(question.node());
        frame.disableProperty().bind(drawer.openProperty().or(question.openProperty()));
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    @FXML
    private void newEndpoint() {
        model.drawer().newEndpoint();
    }

    @FXML
    private void newDeployment() {
        model.newDeployment();
    }

    @FXML
    private void openYaml() {
        model.drawer().pickFile();
    }

    @FXML
    private void trySample() {
        trySample.run();
    }

    @FXML
    private void quit() {
        quit.run();
    }

    @FXML
    private void useLight() {
        theme.set(Theme.LIGHT);
    }

    @FXML
    private void useDark() {
        theme.set(Theme.DARK);
    }

    @FXML
    private void switchTheme() {
        theme.set(theme.get().other());
    }

    private void show(Theme now) {
        now.apply();
        light.setSelected(now == Theme.LIGHT);
        dark.setSelected(now == Theme.DARK);
    }

    private void bindMiddle() {
        show(model.sceneProperty().get());
        model.sceneProperty().addListener((o, before, after) -> show(after));
        header.getChildren().setAll(HeaderRow.of(model.headerProperty().get()));
        model.headerProperty()
                .addListener((o, before, after) -> header.getChildren().setAll(HeaderRow.of(after)));
    }

    private void show(ShellViewModel.Scene scene) {
        loading.setVisible(scene == ShellViewModel.Scene.LOADING);
        welcome.setVisible(scene == ShellViewModel.Scene.WELCOME);
        pages.setVisible(scene == ShellViewModel.Scene.PAGES);
        if (scene == ShellViewModel.Scene.WELCOME) {
            sample.requestFocus();
        }
    }

    private void show(Drawer now) {
        if (now instanceof Drawer.NewEndpoint open) {
            var view = new CreateEndpointView(open.form(), model.drawer()::close);
            open(Views.load("create-endpoint", view), view::focusFirst);
        } else if (now instanceof Drawer.NewDeployment open) {
            var view = new CreateDeploymentView(open.form(), model.drawer()::close);
            open(Views.load("create-deployment", view), view::focusFirst);
        } else {
            drawer.close();
        }
    }

    /** A field can only take the keyboard once the panes round it have been built. */
    private void open(Node form, Runnable focusFirst) {
        drawer.open(form);
        root.applyCss();
        focusFirst.run();
    }
}
