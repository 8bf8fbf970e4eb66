package dev.sluice.console.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener.Change;
import org.junit.jupiter.api.Test;

class LineListTest {

    private final LineList lines = new LineList();

    @Test
    void lines_that_leave_together_are_told_together() {
        lines.addAll(LogLines.of(5));
        var told = new ArrayList<String>();
        lines.addListener((Change<? extends LogEntry> change) -> {
            while (change.next()) {
                told.add(change.getRemovedSize() + " from " + change.getFrom());
            }
        });

        lines.remove(1, 4);
        lines.remove(2, 2);

        assertThat(told).containsExactly("3 from 1");
        assertThat(lines).containsExactly(LogLines.of(5).get(0), LogLines.of(5).get(4));
    }

    @Test
    void what_is_missing_comes_in_place_by_place() {
        var all = LogLines.of(9);
        lines.addAll(all.subList(3, 5));
        lines.addAll(all.subList(6, 8));
        var told = new ArrayList<String>();
        lines.addListener((Change<? extends LogEntry> change) -> {
            while (change.next()) {
                told.add(change.getAddedSize() + " at " + change.getFrom());
            }
        });

        lines.complete(all);
        lines.complete(all);

        assertThat(told).containsExactly("1 at 4", "1 at 2", "3 at 0");
        assertThat(lines).isEqualTo(all);
    }

    @Test
    void all_lines_can_be_replaced() {
        lines.setAll(LogLines.of(5));
        lines.setAll(LogLines.of(3));
        lines.set(0, LogLines.line("a", 1));

        assertThat(lines).hasSize(3).first().isEqualTo(LogLines.line("a", 1));
        lines.remove(0);
        lines.setAll(List.of());
        assertThat(lines).isEmpty();
    }
}
