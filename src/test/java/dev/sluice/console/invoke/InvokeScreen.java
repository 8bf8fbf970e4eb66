package dev.sluice.console.invoke;

import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.support.code.CodeEditor;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** The invoke page as a user knows it. Ids and waiting live here, not in the stories. */
final class InvokeScreen {

    private final FxRobot robot;

    InvokeScreen(FxRobot robot) {
        this.robot = robot;
    }

    /** A button by what stands on it, or anything by its id. */
    InvokeScreen press(String what) {
        robot.clickOn(what);
        waitForFxEvents();
        return this;
    }

    InvokeScreen keys(KeyCode... keys) {
        robot.push(keys);
        waitForFxEvents();
        return this;
    }

    InvokeScreen choose(String box, String entry) {
        robot.clickOn(box);
        waitForFxEvents();
        robot.clickOn(robot.lookup(".combo-box-popup .list-cell").lookup(entry).<Node>query());
        waitForFxEvents();
        return this;
    }

    InvokeScreen type(String field, String text) {
        robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A).write(text);
        waitForFxEvents();
        return this;
    }

    /** In place of the whole body. */
    InvokeScreen writeBody(String text) {
        robot.interact(() -> editor("#invoke-body").requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A).write(text);
        waitForFxEvents();
        return this;
    }

    InvokeScreen chooseAnswers(int... rows) {
        robot.interact(() -> {
            var selection = robot.lookup("#invoke-history").<ListView<?>>query().getSelectionModel();
            selection.clearSelection();
            for (int row : rows) {
                selection.select(row);
            }
        });
        waitForFxEvents();
        return this;
    }

    /** By the mouse, in the row that it is in. */
    InvokeScreen pressAnswer(int row) {
        Node cell = robot.lookup("#invoke-history .list-cell")
                .match((IndexedCell<?> each) -> each.isVisible() && each.getIndex() == row)
                .query();
        robot.clickOn(cell);
        waitForFxEvents();
        return this;
    }

    String text(String id) {
        return seen(() -> robot.lookup(id).<Labeled>query().getText());
    }

    String code(String id) {
        return seen(() -> editor(id).getText());
    }

    boolean shows(String id) {
        return seen(
                () -> robot.lookup(id).tryQuery().filter(InvokeScreen::isSeen).isPresent());
    }

    /** Whether its whole height lies inside the window. */
    boolean isInSight(String id) {
        return seen(() -> {
            var node = robot.lookup(id).<Node>query();
            var bounds = node.localToScene(node.getBoundsInLocal());
            return bounds.getMinY() >= 0 && bounds.getMaxY() <= node.getScene().getHeight();
        });
    }

    /** Whether nothing of the request is scrolled away. */
    boolean isAtTop() {
        return seen(() -> robot.lookup("#invoke-left").<ScrollPane>query().getVvalue() == 0);
    }

    boolean hasKeyboard(String id) {
        return seen(() -> robot.lookup(id).<Node>query().isFocused());
    }

    int rows(String table) {
        return seen(() -> robot.lookup(table).<TableView<?>>query().getItems().size());
    }

    int answers() {
        return seen(() ->
                robot.lookup("#invoke-history").<ListView<?>>query().getItems().size());
    }

    private CodeEditor editor(String id) {
        return robot.lookup(id).<CodeEditor>query();
    }

    private static boolean isSeen(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private <T> T seen(Callable<T> look) {
        return waitForAsyncFx(5_000, look);
    }
}
