package dev.sluice.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.support.NoticeBoard;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwayNoticesTest {

    private final NoticeBoard board = new NoticeBoard(Runnable::run);
    private final List<String> told = new ArrayList<>();
    private boolean looking;

    @Test
    void what_comes_to_its_end_while_the_user_is_elsewhere_is_told_by_the_desktop() throws Exception {
        var away = new AwayNotices(told::add, Runnable::run, () -> looking);
        var following = away.follow(board);

        board.done("diabetes/blue is ready");
        board.dismiss(board.notices().get(0));
        looking = true;
        board.done("diabetes/green is ready");
        looking = false;
        following.close();
        board.done("diabetes/red is ready");

        assertThat(told).containsExactly("diabetes/blue is ready");
    }
}
