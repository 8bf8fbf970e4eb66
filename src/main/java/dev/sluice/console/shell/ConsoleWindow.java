package dev.sluice.console.shell;

import dev.sluice.console.create.ManifestReader;
import dev.sluice.console.desktop.WhenClosed;
import dev.sluice.console.desktop.WindowState;
import dev.sluice.console.overview.OverviewPage;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.PendingQuestion;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Ticker;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** The console's window: builds the frame round the pages and follows the runtime while it is open. For the UI thread only. */
public final class ConsoleWindow {

    /** Before the names of deployments in the settings, where pages have their ids. */
    private static final String COLORS = "color.";

    private static final Duration PULSE = Duration.ofSeconds(2);

    private final PendingQuestion questions;
    private final ShellViewModel model;
    private final OverviewPage overview;
    private final Tabs tabs;
    private final Workbench bench;
    private final Executor background;
    private final Demonstration demonstration;
    private final ObjectProperty<WhenClosed> whenClosed = new SimpleObjectProperty<>(WhenClosed.ASK);
    private Optional<Ahead> ahead = Optional.empty();
    private Supplier<WindowState> state = WindowState::first;
    private Optional<Stage> shown = Optional.empty();
    private Supplier<Parting> parting = () -> Parting.STOP;

    /**
     * @param questions the workbench's dialogs; the window shows what they ask
     * @param background where files are read and the desktop is asked; closed by whoever made it
     * @param pages what comes after the overview, in order
     */
    public ConsoleWindow(
            Workbench bench,
            PendingQuestion questions,
            ManifestReader reader,
            Executor background,
            List<PageEntry> pages,
            Runnable trySample) {
        this.bench = bench;
        this.questions = questions;
        this.background = background;
        this.model = new ShellViewModel(bench, reader, background);
        this.demonstration = new Demonstration(trySample, this::lookAt);
        this.overview = new OverviewPage(bench, model::select, model.drawer()::newDeployment);
        var all = new ArrayList<PageEntry>();
        all.add(new PageEntry(ShellViewModel.OVERVIEW, "overview.title", () -> overview));
        all.addAll(pages);
        this.tabs = new Tabs(all, model);
        model.keepWithoutEndpoints(tabs::isOfNothingChosen);
        bench.jumps().onPage(model.pageProperty()::set);
        bench.jumps().onNewDeployment(model::newDeploymentOf);
        bench.jumps().onFirstDeployment(model::newDeployment);
        bench.jumps().onOpenYaml(model.drawer().files()::pickFile);
    }

    /** Shows the window in these looks, wherever the desktop puts it. */
    public void show(Stage stage, Theme theme) {
        show(stage, Surroundings.plain(theme));
    }

    /** Shows the window in {@code stage}; what it watches is given up when the stage is hidden. */
    public void show(Stage stage, Surroundings surroundings) {
        var left = surroundings.left();
        model.begin(left.selection(), tabs.has(left.page()) ? left.page() : ShellViewModel.OVERVIEW);
        model.health().boundTo(surroundings.tie());
        tabs.recall(left.settings());
        bench.colors().recall(Kept.under(COLORS, left.settings()));
        whenClosed.set(left.whenClosed());
        var theme = theme(surroundings);
        var view = new ShellView(new ShellView.Parts(
                bench,
                model,
                theme,
                new EngineViewModel(surroundings.engine(), bench.ui()),
                tabs,
                surroundings.settings(),
                demonstration.sample(),
                surroundings.tie() instanceof Tie.Host ? Optional.of(whenClosed) : Optional.empty(),
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)),
                stage::close));
        var shell = Views.load("shell", view);
        model.seenWhile(() -> stage.isFocused() && overview.isOnSummary() && !view.isCovered());
        VBox.setVgrow(shell, Priority.ALWAYS);
        var scene = new Scene(new VBox(), 1440, 900);
        bench.reach().rule(scene);
        scene.setRoot(new VBox(demonstration.strip(), shell));
        Theme.dress(scene);
        QuestionCard.follow(questions, view.question());
        var leaving = new Leaving(
                surroundings.tie(),
                whenClosed,
                () -> model.fleetProperty().get(),
                bench.errands(),
                questions,
                view.question(),
                stage::close);
        parting = leaving::parting;
        stage.setOnCloseRequest(leaving::requested);
        var place = new WindowPlace(stage, left);
        state = () -> state(stage, place, theme, view);
        stage.setTitle(Messages.of("app.title"));
        stage.setScene(scene);
        var away = new AwayNotices(surroundings.notifier(), background, stage::isFocused).follow(bench.notices());
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> close(away));
        stage.show();
        shown = Optional.of(stage);
        view.dividerProperty().set(left.divider());
        // Not earlier: what is shown to be pressed must not move when the window gets its size.
        follow(stage, theme, view);
    }

    /** Builds the pages while nobody is at the window, which has been shown; and again what other looks have undone. */
    public void buildAhead() {
        shown.ifPresent(stage -> {
            var pages = new Ahead(
                    tabs.pieces(),
                    () -> model.sceneProperty().get() != ShellViewModel.Scene.LOADING && isAlone(stage),
                    bench.clock(),
                    bench.ui());
            pages.start(stage);
            stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> pages.stop());
            ahead = Optional.of(pages);
        });
    }

    /** No menu and no list is open: these are windows of their own. */
    private static boolean isAlone(Stage stage) {
        return Window.getWindows().stream().allMatch(stage::equals);
    }

    /** How the window is, or was when it was closed. */
    public WindowState state() {
        return state.get();
    }

    /** What is to become of the runtime, once the window is closed. */
    public Parting parting() {
        return parting.get();
    }

    /** Puts the window in front of all others; false if it has been closed. */
    public boolean raise() {
        var open = shown.filter(Stage::isShowing);
        open.ifPresent(stage -> {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        });
        return open.isPresent();
    }

    /** Takes the window from the screen without a question; false if it has been closed. */
    public boolean takeAway() {
        var open = shown.filter(Stage::isShowing);
        open.ifPresent(Stage::close);
        return open.isPresent();
    }

    /** What is told and shown of a demonstration, if there is one. */
    public Demonstration demonstration() {
        return demonstration;
    }

    private void lookAt(Selection about, String page) {
        model.selectWhenThere(about);
        model.pageProperty().set(page);
    }

    private ThemeViewModel theme(Surroundings surroundings) {
        var left = surroundings.left();
        var theme = new ThemeViewModel(
                surroundings.desktop(),
                background,
                bench.ui(),
                left.theme(),
                left.lookedLike(),
                bench.clock().instant());
        Theme.of(theme.schemeProperty().get()).apply();
        theme.schemeProperty().addListener((o, before, after) -> turnTo(Theme.of(after)));
        return theme;
    }

    /** Who asked for other looks waits for the page that is seen, and not for the others. */
    private void turnTo(Theme theme) {
        tabs.takeUnseenOut();
        theme.apply();
        ahead.ifPresent(Ahead::again);
    }

    /** Until the stage is hidden. */
    private void follow(Stage stage, ThemeViewModel theme, ShellView view) {
        var following = model.follow();
        var pulse = new Ticker(PULSE, bench.ui(), () -> {
            model.health().check();
            theme.glance(bench.clock().instant());
        });
        pulse.start();
        // The desktop's looks are mostly changed in another window; coming back from there is when it shows.
        stage.focusedProperty().addListener((o, before, focused) -> {
            if (focused) {
                theme.follow();
            }
        });
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> {
            pulse.stop();
            view.stop();
            tabs.close();
            bench.errands().stopAll();
            close(following);
        });
    }

    private WindowState state(Stage stage, WindowPlace place, ThemeViewModel theme, ShellView view) {
        return new WindowState(
                place.bounds(),
                stage.isMaximized(),
                Math.min(0.9, Math.max(0.05, view.dividerProperty().get())),
                theme.choiceProperty().get(),
                theme.schemeProperty().get(),
                model.pageProperty().get(),
                model.selectionProperty().get(),
                whenClosed.get(),
                Kept.and(COLORS, bench.colors().all(), tabs.settings()));
    }

    private static void close(AutoCloseable following) {
        try {
            following.close();
        } catch (Exception e) {
            throw new IllegalStateException("the runtime could not be left", e);
        }
    }
}
