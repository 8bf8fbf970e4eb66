package dev.sluice.console.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.support.WholeText;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The gallery's checks see what they are there to see. */
@ExtendWith(ApplicationExtension.class)
class InspectionStory {

    private Pane ground;
    private Label text;

    @Start
    void open_a_window(Stage stage) {
        text = new Label("A text that is far too long for its place");
        var row = new HBox(text);
        ground = new Pane();
        ground.setStyle("-fx-background-color: white;");
        row.setMinWidth(60);
        row.setMaxWidth(60);
        row.setPrefWidth(60);
        ground.getChildren().add(row);
        stage.setScene(new Scene(ground, 400, 300));
        stage.show();
    }

    @Test
    void a_text_that_is_cut_off_is_found_until_a_tooltip_tells_the_rest(FxRobot robot) {
        assertThat(after(robot, () -> {}, CutTexts::in))
                .singleElement()
                .asString()
                .contains("A text that is far");

        assertThat(after(robot, () -> text.setTooltip(new Tooltip(text.getText())), CutTexts::in))
                .isEmpty();
    }

    @Test
    void a_text_that_is_cut_off_is_told_whole_once_the_mouse_is_there(FxRobot robot) {
        robot.interact(() -> WholeText.inTooltip(text));
        assertThat(text.getTooltip()).isNull();

        robot.moveTo(text);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text.getTooltip().getText()).isEqualTo(text.getText());

        robot.interact(() -> text.setText(""));
        assertThat(text.getTooltip()).isNull();
    }

    @Test
    void a_control_outside_of_its_parent_is_found(FxRobot robot) {
        assertThat(after(robot, () -> {}, Overflow::in)).isEmpty();

        assertThat(after(robot, () -> text.setMinWidth(200), Overflow::in))
                .singleElement()
                .asString()
                .contains("outside", "0..200");
    }

    @Test
    void grey_on_white_is_found_and_dark_grey_is_not(FxRobot robot) {
        assertThat(after(robot, () -> text.setStyle("-fx-text-fill: #999999;"), root -> Contrast.in(root.getScene())))
                .singleElement()
                .asString()
                .startsWith("contrast 2.8");

        assertThat(after(robot, () -> text.setStyle("-fx-text-fill: #666666;"), root -> Contrast.in(root.getScene())))
                .isEmpty();
    }

    @Test
    void a_button_without_a_name_is_found(FxRobot robot) {
        var button = new Button[1];
        var add = (Runnable) () -> {
            button[0] = new Button();
            ground.getChildren().add(button[0]);
        };
        assertThat(after(robot, add, Nameless::in)).singleElement().asString().contains("Button");

        assertThat(after(robot, () -> button[0].setAccessibleText("Copy"), Nameless::in))
                .isEmpty();
    }

    @Test
    void a_text_that_was_not_translated_is_found_unless_it_is_data(FxRobot robot) {
        assertThat(after(robot, () -> {}, root -> Foreign.in(root, data -> false)))
                .hasSize(1);
        assertThat(after(robot, () -> {}, root -> Foreign.in(root, data -> true)))
                .isEmpty();
        assertThat(after(
                        robot,
                        () -> text.setText(new LongTexts().apply("Apply")),
                        root -> Foreign.in(root, data -> false)))
                .isEmpty();
    }

    private List<String> after(FxRobot robot, Runnable change, Function<Node, Stream<String>> check) {
        var found = new AtomicReference<List<String>>();
        robot.interact(() -> {
            change.run();
            ground.applyCss();
            ground.layout();
            found.set(check.apply(ground).toList());
        });
        return found.get();
    }
}
