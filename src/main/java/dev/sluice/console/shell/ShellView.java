package dev.sluice.console.shell;

import atlantafx.base.controls.Popover;
import dev.sluice.console.create.CreateDeploymentView;
import dev.sluice.console.create.CreateEndpointView;
import dev.sluice.console.explorer.ExplorerView;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Notice;
import dev.sluice.console.support.NoticeBoard;
import dev.sluice.console.support.Views;
import java.io.File;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Binds fxml/shell.fxml to its view-model. Decides nothing. */
final class ShellView {

    private final ShellViewModel model;
    private final NoticeBoard board;
    private final Tabs pageTabs;
    private final Runnable trySample;
    private final Runnable quit;
    private final Front drawer = new Front(Pos.CENTER_RIGHT, 10);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final JobsPanel jobsPanel = new JobsPanel();
    private final Popover jobsPopover = new Popover(jobsPanel);
    private final Timeline seconds = new Timeline();

    @FXML
    private StackPane root;

    @FXML
    private BorderPane frame;

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
        bindMiddle();
        bindStatus();
        bindNotices();
        model.drawerProperty().addListener((o, before, after) -> show(after));
        theme.addListener((o, before, after) -> show(after));
        show(theme.get());
        root.setOnDragOver(this::dragOver);
        root.setOnDragDropped(this::dropped);
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
        model.newEndpoint();
    }

    @FXML
    private void newDeployment() {
        model.newDeployment();
    }

    @FXML
    private void openYaml() {
        model.openYaml();
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

    @FXML
    private void openJobs() {
        jobsPopover.show(jobs);
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
            var view = new CreateEndpointView(open.form(), model::closeDrawer);
            open(Views.load("create-endpoint", view), view::focusFirst);
        } else if (now instanceof Drawer.NewDeployment open) {
            var view = new CreateDeploymentView(open.form(), model::closeDrawer);
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

    private void bindStatus() {
        var status = model.status();
        engine.textProperty().bind(status.engineProperty());
        var detail = new Tooltip();
        detail.setWrapText(true);
        detail.setMaxWidth(420);
        detail.textProperty().bind(status.engineDetailProperty());
        engine.setTooltip(detail);
        router.textProperty().bind(status.routerProperty());
        jobsPopover.setArrowLocation(Popover.ArrowLocation.BOTTOM_RIGHT);
        jobsPopover.setHeaderAlwaysVisible(false);
        status.jobsProperty().addListener((o, before, after) -> jobsPanel.show(after));
        status.newestProperty().addListener((o, before, after) -> showNewest(after));
        status.busyProperty().addListener((o, before, after) -> showBusy(after));
        seconds.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), event -> status.tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        showNewest(status.newestProperty().get());
    }

    private void showNewest(String newest) {
        jobs.setText(newest.isEmpty() ? Messages.of("status.idle") : newest);
    }

    /** The spinner is taken out when nothing runs: one that merely is not seen goes on costing. */
    private void showBusy(boolean busy) {
        if (busy) {
            var spinner = new ProgressIndicator();
            spinner.getStyleClass().add("status-spinner");
            jobs.setGraphic(spinner);
            seconds.play();
        } else {
            jobs.setGraphic(null);
            seconds.stop();
        }
    }

    private void bindNotices() {
        ListChangeListener<Notice> redraw = change -> drawNotices(change);
        board.notices().addListener(redraw);
    }

    private void drawNotices(ListChangeListener.Change<? extends Notice> change) {
        while (change.next()) {
            notices.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            notices.getChildren()
                    .addAll(
                            change.getFrom(),
                            change.getAddedSubList().stream()
                                    .map(notice -> NoticeCard.of(notice, () -> board.dismiss(notice)))
                                    .collect(Collectors.toList()));
        }
    }

    private void dragOver(DragEvent event) {
        if (hasYaml(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        model.open(event.getDragboard().getFiles().stream()
                .filter(ShellView::isYaml)
                .map(File::toPath)
                .toList());
        event.setDropCompleted(true);
        event.consume();
    }

    private static boolean hasYaml(Dragboard board) {
        return board.hasFiles() && board.getFiles().stream().anyMatch(ShellView::isYaml);
    }

    private static boolean isYaml(File file) {
        var name = file.getName().toLowerCase(Locale.ROOT);
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }
}
