package dev.sluice.console.support.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.sluice.console.shell.Theme;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CodeEditorStory {

    private TextField before;
    private CodeEditor editor;
    private TextField after;

    @Start
    void open_an_editor_between_two_fields(Stage stage) {
        before = new TextField();
        editor = new CodeEditor();
        after = new TextField();
        VBox.setVgrow(editor, Priority.ALWAYS);
        editor.setLanguage(Language.JSON);
        Theme.LIGHT.apply();
        var window = new VBox();
        var scene = new Scene(window, 600, 400);
        Theme.dress(scene);
        window.getChildren().setAll(before, editor, after);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void tab_goes_through_the_editor_and_back_and_changes_nothing(FxRobot robot) {
        robot.interact(() -> editor.setText("{}"));
        robot.interact(before::requestFocus);

        robot.push(KeyCode.TAB);
        assertThat(area().isFocused()).isTrue();
        robot.push(KeyCode.TAB);
        assertThat(after.isFocused()).isTrue();
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);

        assertThat(before.isFocused()).isTrue();
        assertThat(editor.getText()).isEqualTo("{}");
    }

    @Test
    void selected_lines_are_indented_and_one_undo_takes_it_back(FxRobot robot) {
        robot.interact(() -> {
            editor.setText("a\nb");
            editor.requestFocus();
        });

        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.TAB);
        assertThat(editor.getText()).isEqualTo("  a\n  b");
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(editor.getText()).isEqualTo("a\nb");
        robot.push(KeyCode.CONTROL, KeyCode.CLOSE_BRACKET).push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(editor.getText()).isEqualTo("a\nb");
    }

    @Test
    void enter_keeps_the_indentation(FxRobot robot) {
        robot.interact(() -> {
            editor.setText("  \"a\": 1,");
            editor.requestFocus();
        });

        robot.push(KeyCode.END).push(KeyCode.ENTER).write("x");

        assertThat(editor.getText()).isEqualTo("  \"a\": 1,\n  x");
    }

    @Test
    void what_may_be_written_is_chosen_and_taken_with_the_keyboard_alone(FxRobot robot) {
        suggesting(robot, "per");

        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        assertThat(suggested(robot)).containsExactly("period", "permit", "percent");
        assertThat(robot.lookup("#code-suggestion").<Label>query().getText()).isEqualTo("About period.");

        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.ENTER);
        assertThat(editor.getText()).isEqualTo("permit: ");
        assertThat(robot.lookup("#code-suggestions").tryQuery()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(editor.getText()).isEqualTo("per");
    }

    @Test
    void typing_narrows_the_suggestions_and_esc_leaves_the_text_alone(FxRobot robot) {
        suggesting(robot, "per");

        robot.push(KeyCode.CONTROL, KeyCode.SPACE).write("i");
        assertThat(suggested(robot)).containsExactly("period");
        robot.push(KeyCode.ESCAPE).push(KeyCode.ENTER);

        assertThat(editor.getText()).isEqualTo("peri\n");
        assertThat(robot.lookup("#code-suggestions").tryQuery()).isEmpty();
    }

    @Test
    void what_can_only_be_read_cannot_be_typed_over(FxRobot robot) {
        robot.interact(() -> {
            editor.setText("{}");
            editor.setEditable(false);
            editor.requestFocus();
        });

        robot.write("x").push(KeyCode.ENTER);

        assertThat(editor.getText()).isEqualTo("{}");
    }

    @Test
    void a_wrong_line_is_underlined_and_marked_with_what_is_wrong(FxRobot robot) {
        robot.interact(() -> {
            editor.setText("{\n  \"a\": nonsense\n}");
            editor.setProblems(List.of(new CodeProblem(2, 8, "nonsense is no value")));
        });

        await().until(() -> styles(1, 9).contains("code-problem"));
        assertThat(styles(1, 4)).containsExactly("code-key");
        var mark = robot.from(editor).lookup(".code-wrong-line").<Label>query();
        assertThat(mark.getText()).isEqualTo("2");
        assertThat(mark.getTooltip().getText()).isEqualTo("nonsense is no value");

        robot.interact(() -> editor.setProblems(List.of()));
        await().until(() -> !styles(1, 9).contains("code-problem"));
        assertThat(robot.from(editor).lookup(".code-wrong-line").tryQuery()).isEmpty();
    }

    @Test
    void a_megabyte_is_there_at_once_and_coloured_where_it_is_seen(FxRobot robot) {
        var text = "{\"id\": 1234567, \"name\": \"patient\", \"smokes\": false},\n".repeat(20_000);
        assertThat(text.length()).isGreaterThan(1 << 20);

        var cpu = ManagementFactory.getThreadMXBean();
        var began = new AtomicLong();
        robot.interact(() -> {
            began.set(cpu.getCurrentThreadCpuTime());
            editor.setText(text);
        });
        waitForFxEvents();
        var took = new AtomicLong();
        robot.interact(() -> took.set(cpu.getCurrentThreadCpuTime() - began.get()));
        assertThat(Duration.ofNanos(took.get())).isLessThan(Duration.ofSeconds(3));
        await().until(() -> styles(0, 3).contains("code-key"));
        assertThat(styles(10_000, 3)).isEmpty();

        robot.interact(() -> editor.goTo(10_001, 1));
        await().until(() -> styles(10_000, 3).contains("code-key"));
    }

    @Test
    void a_screen_reader_hears_the_text(FxRobot robot) {
        robot.interact(() -> {
            editor.setAccessibleText("Body");
            editor.setText("{}");
        });

        assertThat(area().getAccessibleText()).isEqualTo("Body");
        assertThat(area().queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("{}");
        assertThat(area().queryAccessibleAttribute(AccessibleAttribute.EDITABLE))
                .isEqualTo(true);
    }

    private CodeText area() {
        return (CodeText) editor.lookup(".code-area");
    }

    private Collection<String> styles(int line, int letter) {
        return area().getStyleAtPosition(line, letter);
    }

    private void suggesting(FxRobot robot, String written) {
        var words = List.of("period", "permit", "percent");
        robot.interact(() -> {
            editor.suggest((text, caret) -> words.stream()
                    .filter(word -> word.startsWith(text.substring(0, caret)))
                    .map(word -> new Suggestion(word, "About " + word + ".", word + ": ", 0))
                    .toList());
            editor.setText(written);
            editor.requestFocus();
            editor.goTo(1, written.length() + 1);
        });
        waitForFxEvents();
    }

    private static List<String> suggested(FxRobot robot) {
        waitForFxEvents();
        return robot.lookup("#code-suggestions").<ListView<Suggestion>>query().getItems().stream()
                .map(Suggestion::word)
                .toList();
    }
}
