package dev.sluice.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.support.NoticeBoard;
import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The notices below a tree, in a window that is too small for all of them. */
@ExtendWith(ApplicationExtension.class)
class NoticePaneStory {

    private final NoticeBoard board = new NoticeBoard(Runnable::run);
    private NoticePane pane;
    private VBox side;
    private TreeView<String> tree;

    @Start
    void open_a_window(Stage stage) {
        pane = new NoticePane();
        tree = new TreeView<>();
        tree.setMinHeight(0);
        tree.setPrefHeight(0);
        VBox.setVgrow(tree, Priority.ALWAYS);
        NoticeStack.follow(board, pane.cards());
        side = new VBox(tree, pane);
        stage.setScene(new Scene(side, 300, 500));
        stage.show();
    }

    @Test
    void without_a_notice_the_tree_has_all_the_room() {
        assertThat(tree.getHeight()).isEqualTo(side.getHeight());
    }

    @Test
    void a_notice_that_fits_is_seen_whole(FxRobot robot) {
        robot.interact(() -> board.refused("bad.yml cannot be used yet", problems(1)));
        settle(robot);

        assertThat(pane.getHeight()).isEqualTo(pane.cards().getHeight());
        assertThat(tree.getHeight() + pane.getHeight()).isEqualTo(side.getHeight());
    }

    @Test
    void however_many_they_are_the_tree_keeps_its_part_and_nothing_sticks_out(FxRobot robot) {
        robot.interact(() -> {
            board.refused("bad.yml cannot be used yet", problems(4));
            board.refused("worse.yml cannot be used yet", problems(9));
        });
        settle(robot);

        assertThat(tree.getHeight()).isGreaterThanOrEqualTo(200);
        assertThat(pane.getBoundsInParent().getMaxY()).isLessThanOrEqualTo(side.getHeight());
    }

    @Test
    void every_problem_of_a_file_is_there_to_be_read(FxRobot robot) {
        robot.interact(() -> board.refused("bad2.yml cannot be used yet", problems(9)));
        settle(robot);

        assertThat(pane.cards().lookupAll(".problem-what")).hasSize(9);
    }

    @Test
    void the_newest_is_in_sight_and_begins_at_its_beginning_if_it_is_too_high(FxRobot robot) {
        robot.interact(() -> board.refused("bad.yml cannot be used yet", problems(4)));
        settle(robot);
        robot.interact(() -> board.refused("worse.yml cannot be used yet", problems(9)));
        settle(robot);
        assertThat(title("worse.yml cannot be used yet").getMinY()).isBetween(top(), top() + 60);

        robot.interact(() -> board.done("diabetes/blue is ready"));
        settle(robot);
        assertThat(title("diabetes/blue is ready").getMaxY()).isBetween(top(), top() + pane.getHeight());
    }

    private double top() {
        return pane.localToScene(pane.getLayoutBounds()).getMinY();
    }

    private Bounds title(String text) {
        return pane.cards().lookupAll(".notice-title").stream()
                .filter(node -> ((Label) node).getText().equals(text))
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .findFirst()
                .orElseThrow();
    }

    private void settle(FxRobot robot) {
        Node root = side;
        robot.interact(() -> {
            root.applyCss();
            side.layout();
        });
    }

    private static List<Problem> problems(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(line -> Problem.of(
                                Problem.Code.NOT_FOUND,
                                "code_configuration.code",
                                "There is no folder at /models/v" + line,
                                "put it there, or correct the path; relative paths start from this file's folder")
                        .at(new Place("bad.yml", line, 1)))
                .toList();
    }
}
