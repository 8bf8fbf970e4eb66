package dev.sluice.console.traffic;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.WholeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/**
 * A line for each place where answers differ, told its numbers. Lines of places that are still there stay, since the keyboard
 * may be on one.
 */
final class AgreementLines {

    private final GridPane grid;
    private final BiConsumer<String, Boolean> count;
    private final Consumer<String> log;
    private final List<Line> lines = new ArrayList<>();

    /**
     * @param grid has the headings in its first line
     * @param count is told which place counts from now on, and which does not
     * @param log is told of which request the user wants to see the log lines
     */
    AgreementLines(GridPane grid, BiConsumer<String, Boolean> count, Consumer<String> log) {
        this.grid = grid;
        this.count = count;
        this.log = log;
    }

    void show(List<AgreementRow> rows) {
        int alike = alike(rows);
        var others = lines.subList(alike, lines.size());
        others.forEach(line -> line.leave(grid));
        others.clear();
        rows.stream().skip(alike).forEach(row -> lines.add(new Line(row.place(), lines.size() + 1)));
        for (int i = 0; i < rows.size(); i++) {
            lines.get(i).show(rows.get(i));
        }
    }

    /** How many lines from the first on are of the same places. */
    private int alike(List<AgreementRow> rows) {
        int alike = 0;
        while (alike < Math.min(lines.size(), rows.size())
                && lines.get(alike).place.equals(rows.get(alike).place())) {
            alike++;
        }
        return alike;
    }

    /** The controls of one line. */
    private final class Line {

        private final String place;
        private final CheckBox counts;
        private final Label differing = number();
        private final Label furthest = number();
        private final Label live = value();
        private final Label shadow = value();
        private final Hyperlink logLines = new Hyperlink(Messages.of("agreement.log"));
        private String requestId = "";

        Line(String place, int at) {
            this.place = place;
            counts = WholeText.inTooltip(new CheckBox(AgreementInWords.place(place)));
            counts.setId("agreement-place-" + at);
            counts.getStyleClass().add("agreement-place");
            counts.setMnemonicParsing(false);
            counts.setOnAction(clicked -> count.accept(place, counts.isSelected()));
            logLines.setAccessibleText(Messages.of("agreement.log.of", AgreementInWords.place(place)));
            logLines.setOnAction(clicked -> log.accept(requestId));
            grid.addRow(at, counts, differing, furthest, live, shadow, logLines);
        }

        void leave(GridPane from) {
            from.getChildren().removeAll(counts, differing, furthest, live, shadow, logLines);
        }

        void show(AgreementRow row) {
            counts.setSelected(row.counts());
            counts.setAccessibleText(Messages.of("agreement.counts", AgreementInWords.place(place), row.differing()));
            differing.setText(row.differing());
            furthest.setText(row.furthest());
            live.setText(row.live());
            shadow.setText(row.shadow());
            requestId = row.requestId();
        }

        private static Label number() {
            var label = new Label();
            label.setMinWidth(Label.USE_PREF_SIZE);
            return label;
        }

        private static Label value() {
            var label = WholeText.inTooltip(new Label());
            label.getStyleClass().add("agreement-value");
            return label;
        }
    }
}
