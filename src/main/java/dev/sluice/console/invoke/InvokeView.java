package dev.sluice.console.invoke;

import dev.sluice.console.support.Views;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;

/** The page's two halves: the request at the left, what came of it at the right. Ctrl+Enter sends from anywhere. */
final class InvokeView {

    private static final KeyCombination SEND = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final ReadOnlyBooleanProperty sendingMany;
    private final RequestView request;
    private final Node load;
    private final Node answer;
    private final Node history;
    private boolean isTallyFollowed;

    @FXML
    private Node root;

    @FXML
    private ScrollPane leftScroll;

    @FXML
    private VBox left;

    @FXML
    private VBox right;

    /** @param sendingMany while it is true, {@code load} shows what is to be seen */
    InvokeView(ReadOnlyBooleanProperty sendingMany, RequestView request, Node load, Node answer, Node history) {
        this.sendingMany = sendingMany;
        this.request = request;
        this.load = load;
        this.answer = answer;
        this.history = history;
    }

    @FXML
    private void initialize() {
        left.getChildren().setAll(Views.load("invoke-request", request), load);
        right.getChildren().setAll(answer, history);
        sendingMany.addListener((o, before, after) -> {
            isTallyFollowed |= after;
            keepTallyInSight();
        });
        left.heightProperty().addListener((o, before, after) -> keepTallyInSight());
        for (var byHand : List.of(ScrollEvent.SCROLL, MouseEvent.MOUSE_PRESSED, KeyEvent.KEY_PRESSED)) {
            leftScroll.addEventFilter(byHand, event -> isTallyFollowed = false);
        }
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SEND.match(event)) {
                request.pressSend();
                event.consume();
            }
        });
    }

    /** Who comes to the page comes for the request, whatever was in sight when it was left. */
    void begin() {
        isTallyFollowed = false;
        leftScroll.setVvalue(leftScroll.getVmin());
    }

    /**
     * It stands at the end, and where there is little room grows out of sight with the first answers. Who does something
     * else there from then on is not disturbed.
     */
    private void keepTallyInSight() {
        if (isTallyFollowed) {
            leftScroll.setVvalue(leftScroll.getVmax());
        }
    }
}
