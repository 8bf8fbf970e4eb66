package dev.sluice.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.live.LiveFrame.Mark;
import dev.sluice.console.live.MarkFlags.Flag;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MarkFlagsTest {

    @Test
    void words_reach_until_the_next_mark_and_the_last_ones_until_the_end() {
        assertThat(flags(10, 110, 200))
                .containsExactly(
                        new Flag(mark(10), 16, 88), new Flag(mark(110), 116, 78), new Flag(mark(200), 206, 94));
    }

    @Test
    void where_there_is_no_room_for_words_there_are_none() {
        assertThat(flags(10, 50)).extracting(Flag::mark).containsExactly(mark(50));
        assertThat(flags(210, 270))
                .extracting(Flag::mark)
                .as("others are at its left")
                .containsExactly(mark(210));
    }

    @Test
    void words_without_room_at_the_right_stand_at_the_left_if_no_others_are_there() {
        assertThat(flags(10, 270)).containsExactly(new Flag(mark(10), 16, 248), new Flag(mark(270), 198, 66));
        assertThat(flags(200, 250)).containsExactly(new Flag(mark(200), 128, 66), new Flag(mark(250), 256, 44));
    }

    @Test
    void words_that_are_too_long_end_in_an_ellipsis() {
        assertThat(cut("green ready", 11)).isEqualTo("green ready");
        assertThat(cut("green ready", 10)).isEqualTo("green rea\u2026");
        assertThat(cut("green ready", 7)).as("no space before it").isEqualTo("green\u2026");
    }

    private static String cut(String text, double room) {
        return MarkFlags.cut(text, room, String::length);
    }

    /** In a chart of 300 pixels, a second each. */
    private static List<Flag> flags(double... moments) {
        var marks = DoubleStream.of(moments).mapToObj(MarkFlagsTest::mark).toList();
        return MarkFlags.flags(marks, moment -> moment, 300, text -> 6 * text.length());
    }

    private static Mark mark(double moment) {
        return new Mark(moment, "green ready");
    }
}
