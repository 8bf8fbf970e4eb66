package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Mark;
import dev.sluice.console.live.Readout.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of the table of all numbers: what a deployment did, or one of its instances took, in the time that ended at a moment.
 *
 * @param at in seconds since 1970
 * @param changes that came in that time, in words; told with the first deployment only
 */
record Entry(double at, Row row, String changes) {

    /**
     * Of everything that the charts show, oldest first.
     *
     * @param least how many instances a deployment has at least that are told one by one
     */
    static List<Entry> of(LiveFrame frame, int least) {
        var entries = new ArrayList<Entry>();
        double before = frame.from();
        for (var moment : frame.moments()) {
            double at = LiveFrame.seconds(moment.at());
            var changes = changes(frame, before, at);
            for (var row : Readout.rows(moment, frame.subjects(), least)) {
                entries.add(new Entry(at, row, changes));
                changes = "";
            }
            before = at;
        }
        return entries;
    }

    /**
     * The same, the newest moment first; its deployments stay in their order. What a deployment's only instance takes stands
     * in the deployment's own row.
     */
    static List<Entry> newestFirst(LiveFrame frame) {
        return of(frame, 2).stream()
                .sorted(Comparator.comparingDouble(Entry::at).reversed())
                .toList();
    }

    private static String changes(LiveFrame frame, double after, double until) {
        return frame.marks().stream()
                .filter(mark -> mark.at() > after && mark.at() <= until)
                .map(Mark::text)
                .collect(Collectors.joining("; "));
    }
}
