package dev.sluice.console.traffic;

import static dev.sluice.console.support.Presence.showWhile;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.WholeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** A line for each place where answers differ: built when there are other places, otherwise only told its numbers. */
final class AgreementLines {

    private final GridPane grid;
    private final BiConsumer<String, Boolean> count;
    private final ObservableValue<Boolean> hasLog;
    private final Consumer<String> log;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /**
     * @param grid has the headings in its first line
     * @param count is told which place counts from now on, and which does not
     * @param hasLog whether there is a shadow whose log could be shown
     * @param log is told of which request the user wants to see the log lines
     */
    AgreementLines(
            GridPane grid, BiConsumer<String, Boolean> count, ObservableValue<Boolean> hasLog, Consumer<String> log) {
        this.grid = grid;
        this.count = count;
        this.hasLog = hasLog;
        this.log = log;
    }

    void show(List<AgreementRow> rows) {
        var places = rows.stream().map(AgreementRow::place).toList();
        if (!List.copyOf(lines.keySet()).equals(places)) {
            lines.values().forEach(line -> line.leave(grid));
            lines.clear();
            places.forEach(place -> lines.put(place, new Line(place, lines.size() + 1)));
        }
        rows.forEach(row -> lines.get(row.place()).show(row));
    }

    /** The controls of one line. */
    private final class Line {

        private final CheckBox counts;
        private final Label differing = number();
        private final Label furthest = number();
        private final Label live = value();
        private final Label shadow = value();
        private final Hyperlink logLines = new Hyperlink(Messages.of("agreement.log"));
        private String requestId = "";

        Line(String place, int at) {
            counts = WholeText.inTooltip(new CheckBox(AgreementInWords.place(place)));
            counts.setId("agreement-place-" + at);
            counts.getStyleClass().add("agreement-place");
            counts.setMnemonicParsing(false);
            counts.setAccessibleText(Messages.of("agreement.counts", AgreementInWords.place(place)));
            counts.setOnAction(clicked -> count.accept(place, counts.isSelected()));
            showWhile(logLines, hasLog);
            logLines.setOnAction(clicked -> log.accept(requestId));
            grid.addRow(at, counts, differing, furthest, live, shadow, logLines);
        }

        void leave(GridPane from) {
            from.getChildren().removeAll(counts, differing, furthest, live, shadow, logLines);
        }

        void show(AgreementRow row) {
            counts.setSelected(row.counts());
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
