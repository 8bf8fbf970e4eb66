package dev.sluice.console.live;

import static dev.sluice.console.PageFleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.live.LiveFrame.Mark;
import dev.sluice.control.Resolution;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureTextTest {

    private static final double END = NOON.getEpochSecond();

    @Test
    void a_picture_says_whose_it_is_of_which_day_and_what_each_mark_is() {
        var text = text(300, List.of(new Mark(END - 61, "green created"), new Mark(END - 1.6, "green ready")));

        assertThat(text.title()).isEqualTo("churn, 1 Mar 2026");
        assertThat(text.marks()).containsExactly("11:58:59  green created", "11:59:58  green ready");
    }

    @Test
    void over_days_each_mark_has_its_day() {
        var text = text(100_000, List.of(new Mark(END - 90_000, "green created")));

        assertThat(text.marks()).containsExactly("28 Feb 2026 11:00:00  green created");
    }

    @Test
    void of_very_many_marks_the_newest_are_told_and_how_many_there_were_before() {
        var many = IntStream.range(0, 100)
                .mapToObj(i -> new Mark(END - 100 + i, "change " + i))
                .toList();

        var marks = text(300, many).marks();

        assertThat(marks).hasSize(41).startsWith("60 changes before these");
        assertThat(marks.get(40)).endsWith("change 99");
    }

    private static PictureText text(double range, List<Mark> marks) {
        var frame = new LiveFrame(END - range, END, Resolution.SECOND, List.of(), List.of(), marks, List.of());
        return PictureText.of("churn", frame, new ClockText(ZoneOffset.UTC));
    }
}
