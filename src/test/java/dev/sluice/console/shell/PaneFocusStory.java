package dev.sluice.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.shell.PaneFocus.Pane;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** F6, from the tree to the page and back. */
@ExtendWith(ApplicationExtension.class)
class PaneFocusStory {

    private Button inTree;
    private Button first;
    private Button second;
    private Button onOtherPage;
    private VBox page;
    private VBox other;
    private PaneFocus focus;

    @Start
    void open_a_window(Stage stage) {
        inTree = new Button("tree");
        first = new Button("first");
        second = new Button("second");
        onOtherPage = new Button("other");
        page = new VBox(first, second);
        other = new VBox(onOtherPage);
        other.setVisible(false);
        var tree = new VBox(inTree);
        var pages = new StackPane(page, other);
        focus = new PaneFocus(Pane.of(tree), Pane.of(pages));
        stage.setScene(new Scene(new HBox(tree, pages), 400, 300));
        stage.show();
    }

    @Test
    void the_keyboard_comes_back_to_where_it_was_on_the_page(FxRobot robot) {
        robot.interact(second::requestFocus);

        robot.interact(focus::next);
        assertThat(inTree.isFocused()).isTrue();
        robot.interact(focus::next);

        assertThat(second.isFocused()).isTrue();
    }

    @Test
    void a_page_that_was_left_is_not_come_back_to_though_it_is_in_the_scene_still(FxRobot robot) {
        robot.interact(second::requestFocus);
        robot.interact(focus::next);

        robot.interact(() -> {
            page.setVisible(false);
            other.setVisible(true);
        });
        robot.interact(focus::next);

        assertThat(onOtherPage.isFocused()).isTrue();
    }
}
