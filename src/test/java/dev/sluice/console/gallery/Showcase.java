package dev.sluice.console.gallery;

import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.PageFleet;
import dev.sluice.console.SampleFleets;
import dev.sluice.console.TestBench;
import dev.sluice.console.activity.ActivityPage;
import dev.sluice.console.assets.AssetsPage;
import dev.sluice.console.create.ManifestReader.Read;
import dev.sluice.console.desktop.ThemeChoice;
import dev.sluice.console.desktop.WindowState;
import dev.sluice.console.live.LivePage;
import dev.sluice.console.logs.LogsPage;
import dev.sluice.console.settings.FullDisk;
import dev.sluice.console.shell.ConsoleWindow;
import dev.sluice.console.shell.Surroundings;
import dev.sluice.console.support.FxThread;
import dev.sluice.console.traffic.TrafficPage;
import dev.sluice.control.Answer;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Inventory;
import dev.sluice.control.LogLine;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.control.TrafficSample;
import dev.sluice.domain.Activity;
import dev.sluice.domain.Problem;
import dev.sluice.domain.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window on a runtime of fakes, newly opened; each step returns when the window has taken it in. */
final class Showcase implements AutoCloseable {

    /** For what no step below can do. */
    final TestBench desk = new TestBench(new FxThread());

    private final FxRobot robot;
    private final Stage stage;
    private final StringBuilder given = new StringBuilder();

    private Showcase(FxRobot robot, Stage stage) {
        this.robot = robot;
        this.stage = stage;
    }

    static Showcase open(FxRobot robot, Look look) {
        return open(robot, look, Setting.USUAL);
    }

    static Showcase open(FxRobot robot, Look look, Setting setting) {
        var stage = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> new Stage());
        var showcase = new Showcase(robot, stage);
        robot.interact(() -> showcase.show(look, setting));
        waitForFxEvents();
        return showcase;
    }

    private void show(Look look, Setting setting) {
        look.speak();
        var pages = List.of(
                TrafficPage.entry(desk.bench),
                LivePage.entry(desk.bench),
                setting.invoke().apply(desk),
                LogsPage.entry(desk.bench),
                ActivityPage.entry(desk.bench),
                AssetsPage.entry(desk.bench));
        new ConsoleWindow(desk.bench, desk.questions, Showcase::read, Runnable::run, pages, () -> {})
                .show(stage, surroundings(look, setting));
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(look.width());
        stage.setHeight(look.height());
    }

    /** A file is of the deployment whose name its own begins with. */
    private static Read read(Path file) {
        boolean isGreen = file.getFileName().toString().startsWith("green");
        return new Read.Deployment(SampleFleets.spec(isGreen ? SampleFleets.GREEN : SampleFleets.BLUE, 2), List.of());
    }

    private Surroundings surroundings(Look look, Setting setting) {
        var left = WindowState.first().with(ThemeChoice.valueOf(look.theme().name()));
        return new Surroundings(Optional::empty, title -> {}, left, setting.engine(), new FullDisk(), setting.tie());
    }

    /** The user wants to close the window. */
    Showcase closes() {
        return act(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    /** The runtime reads, and takes its time: nothing of what was before is told yet. */
    Showcase slow() {
        return act(() -> desk.control.telling = new CompletableFuture<>());
    }

    /** The runtime can tell nothing of what was before, for this reason. */
    Showcase unable(String reason) {
        given.append(reason).append(Sentence.of(reason));
        return act(() -> desk.control.telling = CompletableFuture.failedFuture(new IllegalStateException(reason)));
    }

    /** What is commanded from now on takes its time. */
    Showcase busy() {
        return act(() -> desk.control.outcome = new CompletableFuture<>());
    }

    /** What is commanded from now on, and what is under way, is refused. */
    Showcase refusing(Problem... problems) {
        given.append(List.of(problems));
        return act(() -> {
            var refused = new Outcome.Refused(List.of(problems));
            desk.control.outcome.complete(refused);
            desk.control.outcome = CompletableFuture.completedFuture(refused);
        });
    }

    /** The runtime has ended under the window, which has noticed. */
    Showcase alone() {
        act(() -> {
            desk.control.pulse = CompletableFuture.failedFuture(new IllegalStateException("it has ended"));
            desk.clock.forward(40);
        });
        return until(() -> find("#banner", Node.class).isVisible());
    }

    /** The runtime does not say a word any more, which the window has noticed. */
    Showcase unheard() {
        act(() -> {
            desk.control.pulse = new CompletableFuture<>();
            desk.clock.forward(1);
        });
        return until(() -> {
            desk.clock.forward(3);
            return find("#banner", Node.class).isVisible();
        });
    }

    /** The runtime tells a newer picture. */
    Showcase shows(Fleet fleet) {
        given.append(fleet);
        return act(() -> desk.control.push(fleet));
    }

    Showcase shows(PageFleet fleet) {
        return shows(fleet.fleet());
    }

    /** What is registered. */
    Showcase registered(Inventory inventory) {
        given.append(inventory);
        return act(() -> desk.control.push(inventory));
    }

    /** Turns to a page by its id, such as {@code traffic}. */
    Showcase turnTo(String page) {
        return with(".page-tabs", TabPane.class, tabs -> {
            var tab = tabs.getTabs().stream().filter(each -> ("tab-" + page).equals(each.getId()));
            tabs.getSelectionModel().select(tab.findFirst().orElseThrow());
        });
    }

    /** Chooses the line of the tree that bears this name, of an endpoint or of a deployment. */
    Showcase choose(String name) {
        return act(() -> {
            var cell = scene().getRoot().lookupAll(".explorer-cell").stream()
                    .filter(each -> Seen.in(each).anyMatch(part -> bears(part, name)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no line " + name));
            select((TreeCell<?>) cell);
        });
    }

    private static boolean bears(Node part, String name) {
        return part instanceof Labeled label && name.equals(label.getText());
    }

    private static <T> void select(TreeCell<T> cell) {
        cell.getTreeView().getSelectionModel().select(cell.getTreeItem());
    }

    /** Presses a button, whether or not it is in sight. */
    Showcase press(String button) {
        return with(button, ButtonBase.class, ButtonBase::fire);
    }

    Showcase type(String field, String text) {
        return with(field, TextInputControl.class, control -> control.setText(text));
    }

    Showcase slide(String slider, double value) {
        return with(slider, Slider.class, control -> control.setValue(value));
    }

    Showcase keys(KeyCode... combination) {
        robot.push(combination);
        waitForFxEvents();
        return this;
    }

    /** The router measures, for whoever watches by now. */
    Showcase measured(List<TrafficSample> samples) {
        return act(() -> desk.control.trafficWatchers.forEach(samples::forEach));
    }

    /** Each deployment of the first endpoint writes lines, for whoever follows all of them by now. */
    Showcase loggedByEach(Fleet fleet, Function<DeploymentView, Stream<LogLine>> lines) {
        var writers = fleet.endpoints().get(0).deployments();
        return act(() -> {
            for (int i = 0; i < writers.size(); i++) {
                lines.apply(writers.get(i)).forEach(desk.control.logFollowers.get(i));
            }
        });
    }

    /** Instances write lines, for whoever follows by now. */
    Showcase logged(Stream<LogLine> lines) {
        var all = lines.toList();
        given.append(all);
        return act(() -> desk.control.logFollowers.forEach(all::forEach));
    }

    /** The journal tells its entries, to whoever reads it by now. */
    Showcase journaled(List<Activity> entries) {
        given.append(entries);
        return act(() -> desk.control.activityWatchers.forEach(entries::forEach));
    }

    /** What the next invocations will be answered. */
    Showcase answering(Answer... answers) {
        return act(() -> desk.control.answers.addAll(List.of(answers)));
    }

    /** The same, each after as long as it says. */
    Showcase answeringInTime(Answer... answers) {
        desk.control.answersTakeTime = true;
        return answering(answers);
    }

    <T extends Node> Showcase with(String selector, Class<T> type, Consumer<? super T> change) {
        return act(() -> change.accept(find(selector, type)));
    }

    /** Anything else, on the UI's thread. */
    Showcase act(Runnable step) {
        robot.interact(step);
        waitForFxEvents();
        return this;
    }

    /** Waits for what comes by itself; asked on the UI's thread. */
    Showcase until(Callable<Boolean> fact) {
        await().until(() -> WaitForAsyncUtils.waitForAsyncFx(5_000, fact));
        return this;
    }

    /** In the window, else in what hangs over it. On the UI's thread. */
    <T extends Node> T find(String selector, Class<T> type) {
        return Stream.concat(Stream.of(scene()), others().stream())
                .map(Scene::getRoot)
                .peek(Node::applyCss) // what has only just been built has all its parts once it is styled
                .map(root -> root.lookup(selector))
                .filter(Objects::nonNull)
                .findFirst()
                .map(type::cast)
                .orElseThrow(() -> new AssertionError("no " + selector));
    }

    /** What the state's own line brings into the window, besides what the runtime tells. */
    Showcase given(Object data) {
        given.append(data);
        return this;
    }

    /** Whether each word of a text comes from what the runtime or the state has given. On the UI's thread. */
    boolean isData(String text) {
        return Foreign.words(text).allMatch(word -> given.indexOf(word) >= 0);
    }

    Scene scene() {
        return stage.getScene();
    }

    /** Popups and the like, in the order of their opening. On the UI's thread. */
    List<Scene> others() {
        return Window.getWindows().stream()
                .filter(window -> window != stage && window.isShowing())
                .map(Window::getScene)
                .toList();
    }

    @Override
    public void close() {
        robot.interact(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            Look.LIGHT.speak();
        });
    }
}
