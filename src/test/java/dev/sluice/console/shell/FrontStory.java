package dev.sluice.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FrontStory {

    private StackPane root;
    private Front front;
    private Button behind;

    /** Controls can be made only once the toolkit is there. */
    @Start
    void open_a_window(Stage stage) {
        behind = new Button("behind");
        root = new StackPane(behind);
        front = Front.kept(root, Pos.CENTER, 10);
        stage.setScene(new Scene(root, 400, 300));
        stage.show();
    }

    @Test
    void nothing_of_it_is_in_the_window_before_it_is_opened() {
        assertThat(root.getChildren()).containsExactly(behind);
    }

    @Test
    void what_was_in_front_is_out_of_the_window_when_it_is_closed_however_that_was(FxRobot robot) {
        var passing = new Label("in front");
        robot.interact(() -> front.open(passing));
        assertThat(passing.getScene()).isNotNull();

        robot.interact(() -> ((ModalPane) root.getChildren().get(1)).setDisplay(false));

        assertThat(passing.getScene()).isNull();
    }

    @Test
    void what_had_the_keyboard_has_it_again(FxRobot robot) {
        robot.interact(behind::requestFocus);
        var form = new Button("in front");

        robot.interact(() -> {
            front.open(form);
            root.applyCss();
            form.requestFocus();
        });
        robot.interact(front::close);

        assertThat(behind.isFocused()).isTrue();
    }
}
