package dev.sluice.console.shell;

import dev.sluice.console.create.ManifestReader;
import dev.sluice.console.overview.OverviewPage;
import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.PendingQuestion;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The console's window: builds the frame round the pages and follows the runtime while it is open. For the UI thread only. */
public final class ConsoleWindow {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 640;

    private final PendingQuestion questions;
    private final ShellViewModel model;
    private final Tabs tabs;
    private final Workbench bench;
    private final Runnable trySample;
    private final Narration narration = new Narration();

    /**
     * @param questions the workbench's dialogs; the window shows what they ask
     * @param background where files are read; closed by whoever made it
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
        this.trySample = trySample;
        this.model = new ShellViewModel(bench, reader, background);
        var overview = new OverviewPage(bench, model::select, model.drawer()::newDeployment);
        var all = new ArrayList<PageEntry>();
        all.add(new PageEntry(ShellViewModel.OVERVIEW, "overview.title", overview));
        all.addAll(pages);
        this.tabs = new Tabs(all, model);
        bench.jumps().onPage(model.pageProperty()::set);
    }

    /** Shows the window in {@code stage}; what it watches is given up when the stage is hidden. */
    public void show(Stage stage, Theme theme) {
        var view = new ShellView(model, bench.notices(), tabs, trySample, stage::close);
        var shell = Views.load("shell", view);
        VBox.setVgrow(shell, Priority.ALWAYS);
        var scene = new Scene(new VBox(narration, shell), WIDTH, HEIGHT);
        Theme.dress(scene);
        view.themeProperty().set(theme);
        showQuestions(view);
        stage.setTitle(Messages.of("app.title"));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        // JavaFX 21 maps a window at 200x200 under some window managers (JDK-8316423) unless its size is set again.
        var screen = Screen.getPrimary().getVisualBounds();
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> {
            stage.setWidth(Math.min(WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        });
        stage.setScene(scene);
        var following = model.follow();
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> {
            tabs.close();
            close(following);
        });
        stage.show();
    }

    /** Says across the window which step of a demonstration this is, and shows {@code page} of {@code about}. */
    public void narrateStep(int number, int of, String title, Selection about, String page) {
        narration.step(number, of, title);
        model.selectWhenThere(about);
        model.pageProperty().set(page);
    }

    /** Says what the step has brought. */
    public void narrateFact(String text) {
        narration.fact(text);
    }

    /** Says how the demonstration has ended. */
    public void narrateEnd(String text) {
        narration.end(text);
    }

    private void showQuestions(ShellView view) {
        var front = new Front(Pos.CENTER, 20);
        view.disableWhileCovered(front);
        questions.openProperty().addListener((o, before, after) -> show(front, after));
    }

    private void show(Front front, Optional<Question> question) {
        question.ifPresentOrElse(
                asked -> {
                    var card = new QuestionCard(asked, () -> questions.answer(true), () -> questions.answer(false));
                    front.open(card);
                    card.focusCancel();
                },
                front::close);
    }

    private static void close(AutoCloseable following) {
        try {
            following.close();
        } catch (Exception e) {
            throw new IllegalStateException("the runtime could not be left", e);
        }
    }
}
