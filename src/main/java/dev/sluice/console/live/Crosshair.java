package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Mark;
import dev.sluice.console.support.Messages;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One moment that the user points at, the same in all charts, and its numbers; those of the newest moment while nobody
 * points. For the UI thread only.
 */
final class Crosshair {

    private final ClockText clock;
    private final ReadOnlyObjectWrapper<OptionalDouble> at = new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
    private final ReadOnlyObjectWrapper<Readout> readout = new ReadOnlyObjectWrapper<>(Readout.EMPTY);
    private LiveFrame frame = LiveFrame.EMPTY;
    private boolean held;

    Crosshair(ClockText clock) {
        this.clock = clock;
    }

    /** In seconds since 1970, where there is a sample; empty while nobody points. */
    ReadOnlyObjectProperty<OptionalDouble> atProperty() {
        return at.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Readout> readoutProperty() {
        return readout.getReadOnlyProperty();
    }

    /** To that moment, or nowhere. */
    void point(OptionalDouble moment) {
        moment.ifPresentOrElse(this::pointAt, this::hide);
    }

    /** To the one nearest to so many seconds since 1970. */
    void pointAt(double place) {
        at.set(frame.at(place)
                .map(moment -> OptionalDouble.of(LiveFrame.seconds(moment.at())))
                .orElseGet(OptionalDouble::empty));
        read();
    }

    /** So many later, or earlier if less than 0; from the newest one if nobody pointed yet. */
    void step(int moments) {
        double from = at.get().orElse(frame.to());
        var all = frame.moments();
        frame.at(from)
                .map(all::indexOf)
                .map(index -> Math.max(0, Math.min(all.size() - 1, index + moments)))
                .ifPresent(index -> pointAt(LiveFrame.seconds(all.get(index).at())));
    }

    void hide() {
        at.set(OptionalDouble.empty());
        read();
    }

    /** Whether the frames do not follow time: the last moment in sight is not the newest one then. */
    void hold(boolean stopped) {
        held = stopped;
    }

    /** Stays where it is as long as that is in sight. */
    void follow(LiveFrame newer) {
        frame = newer;
        if (at.get().isPresent()) {
            double moment = at.get().getAsDouble();
            if (moment < newer.from() || moment > newer.to()) {
                at.set(OptionalDouble.empty());
            }
        }
        read();
    }

    private void read() {
        var moment = at.get().isPresent() ? frame.at(at.get().getAsDouble()) : frame.newest();
        readout.set(moment.map(this::read).orElse(Readout.EMPTY));
    }

    private Readout read(Moment moment) {
        return new Readout(title(moment), Readout.rows(moment, frame.subjects(), 1));
    }

    private String title(Moment moment) {
        double end = LiveFrame.seconds(moment.at());
        double begin = end - moment.resolution().length().toSeconds();
        var marks = at.get().isPresent() ? between(begin, end) : "";
        var when = Messages.of(
                whichMoment(), clock.time(end), moment.resolution().length().toSeconds());
        return marks.isEmpty() ? when : Messages.of("live.readout.change", when, marks);
    }

    private String whichMoment() {
        if (at.get().isPresent()) {
            return "live.readout.at";
        }
        return held ? "live.readout.held" : "live.readout.newest";
    }

    private String between(double from, double to) {
        return marksWithin(from, to).stream().map(Mark::text).distinct().collect(Collectors.joining("; "));
    }

    private List<Mark> marksWithin(double from, double to) {
        return frame.marks().stream()
                .filter(mark -> mark.at() > from && mark.at() <= to)
                .toList();
    }
}
