package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Chart;
import dev.sluice.console.live.LiveFrame.Mark;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.PageSettings;
import dev.sluice.control.Fleet;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.control.Resolution;
import dev.sluice.domain.EndpointName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/**
 * What the router measures for one endpoint, over a span that ends now, or is held where the user stopped it. Measuring
 * goes on while it is held. For the UI thread only.
 */
final class LiveViewModel {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final Clock time;
    private final ClockText clock;
    private final LiveHistory history = new LiveHistory();
    private final ObservableBooleanValue lost;

    /** Held, since it is told as long as this is: whether the runtime is there is known for longer. */
    private final InvalidationListener lostOrNot = changed -> describeEmptiness();

    private final ReadOnlyObjectWrapper<LiveFrame> frame = new ReadOnlyObjectWrapper<>(LiveFrame.EMPTY);
    private final ReadOnlyObjectWrapper<Span> span = new ReadOnlyObjectWrapper<>(Span.FIVE_MINUTES);
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Map<Chart, String>> reasons = new ReadOnlyObjectWrapper<>(Map.of());
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final BooleanProperty asTable = new SimpleBooleanProperty();
    private final Highlight highlight = new Highlight();
    private final Crosshair crosshair;
    private Optional<Instant> heldAt = Optional.empty();
    private Optional<EndpointView> endpoint = Optional.empty();
    private boolean read;
    private boolean isToldAgain;

    /** @param lost whether the runtime is gone, so that nothing is measured any more */
    LiveViewModel(Clock time, ObservableBooleanValue lost) {
        this.time = time;
        this.lost = lost;
        lost.addListener(new WeakInvalidationListener(lostOrNot));
        clock = new ClockText(time.getZone());
        crosshair = new Crosshair(clock);
    }

    /** Looks as was kept last time, and keeps from now on how it looks. */
    void keepIn(PageSettings settings) {
        var habits = LiveHabits.in(settings);
        span.set(habits.span());
        logarithmic.set(habits.logarithmic());
        asTable.set(habits.asTable());
        Stream.of(span, logarithmic, asTable)
                .forEach(habit -> habit.addListener((o, before, after) ->
                        new LiveHabits(span.get(), logarithmic.get(), asTable.get()).keep(settings)));
    }

    ReadOnlyObjectProperty<LiveFrame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Span> spanProperty() {
        return span.getReadOnlyProperty();
    }

    /** Whether the newest second is shown as soon as it is measured. */
    ReadOnlyBooleanProperty liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** Why there is nothing to see on the whole page; empty when there are charts. */
    ReadOnlyStringProperty emptyTextProperty() {
        return emptyText.getReadOnlyProperty();
    }

    /** Whether latencies are drawn on a logarithmic scale. */
    BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** Whether the numbers are shown as a table, in place of charts. */
    BooleanProperty asTableProperty() {
        return asTable;
    }

    /** What a picture of what is shown says in words. */
    PictureText pictureText() {
        return PictureText.of(endpoint.map(shown -> shown.spec().name().text()).orElse(""), frame.get(), clock);
    }

    Crosshair crosshair() {
        return crosshair;
    }

    Highlight highlight() {
        return highlight;
    }

    ClockText clock() {
        return clock;
    }

    /** Why there is nothing on each chart, and what would change that; empty where there is something. */
    ReadOnlyObjectProperty<Map<Chart, String>> reasonsProperty() {
        return reasons.getReadOnlyProperty();
    }

    /**
     * What was measured of the same endpoint stays until all of it is told again: charts and tables are kept so. And who held
     * the picture of an endpoint has it held still, whatever row of it was chosen since.
     */
    void open(EndpointName name, Fleet fleet) {
        isToldAgain =
                endpoint.map(seen -> seen.spec().name()).filter(name::equals).isPresent();
        if (!isToldAgain) {
            history.clear();
            read = false;
            heldAt = Optional.empty();
        }
        crosshair.hide();
        show(name, fleet);
        if (!isToldAgain) {
            refresh();
        }
    }

    void show(EndpointName name, Fleet fleet) {
        endpoint = fleet.endpoint(name);
        describeEmptiness();
    }

    /** Takes moments of any resolution, each resolution's oldest first. */
    void measure(List<Moment> moments) {
        if (isToldAgain) {
            isToldAgain = false;
            history.clear();
        }
        moments.forEach(history::add);
        read = true;
        if (live.get() || frame.get().moments().isEmpty()) {
            refresh();
        }
    }

    void choose(Span chosen) {
        span.set(chosen);
        refresh();
    }

    void pause() {
        heldAt = history.newest();
        refresh();
    }

    void resume() {
        heldAt = Optional.empty();
        refresh();
    }

    /** Half of what is shown, into the past; no further than there is something. */
    void scrollBack() {
        history.oldest().ifPresent(oldest -> {
            var earliest = oldest.plus(length());
            var to = end().minus(length().dividedBy(2));
            heldAt = Optional.of(to.isBefore(earliest) ? earlier(earliest, end()) : to);
            refresh();
        });
    }

    /** Half of what is shown, towards now; on reaching it, it is live again. */
    void scrollForward() {
        var to = end().plus(length().dividedBy(2));
        heldAt = Optional.of(to)
                .filter(moment -> history.newest().filter(moment::isBefore).isPresent());
        refresh();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void refresh() {
        live.set(heldAt.isEmpty());
        frame.set(frame());
        crosshair.hold(heldAt.isPresent());
        crosshair.follow(frame.get());
        describeEmptiness();
    }

    private LiveFrame frame() {
        var to = end();
        var from = to.minus(length());
        if (history.newest().isEmpty()) {
            return LiveFrame.empty(LiveFrame.seconds(from), LiveFrame.seconds(to));
        }
        var resolution = history.resolutionFor(from, to);
        var moments = history.between(from, to, resolution);
        var maker = new LineMaker(moments, resolution);
        var subjects = maker.subjects();
        return new LiveFrame(
                LiveFrame.seconds(from),
                LiveFrame.seconds(to),
                resolution,
                subjects,
                maker.lines(subjects),
                marks(from, to, moments),
                moments);
    }

    /** Those that the coarser samples, which end before the newest second, do not have yet are of the seconds since. */
    private List<Mark> marks(Instant from, Instant to, List<Moment> moments) {
        var told = moments.isEmpty() ? from : moments.get(moments.size() - 1).at();
        var since = history.between(told, to, Resolution.SECOND).stream()
                .filter(moment -> moment.at().isAfter(told));
        return Stream.concat(moments.stream(), since)
                .flatMap(moment -> moment.sample().changes().stream())
                .filter(change -> !change.at().isBefore(from) && !change.at().isAfter(to))
                .map(change -> new Mark(LiveFrame.seconds(change.at()), ChangeText.of(change.what())))
                .distinct()
                .toList();
    }

    /** The right end of what is shown. */
    private Instant end() {
        return heldAt.or(history::newest).orElseGet(time::instant);
    }

    private Duration length() {
        return span.get().length().orElseGet(() -> {
            var all = Duration.between(
                    history.oldest().orElseGet(this::end), history.newest().orElseGet(this::end));
            return all.compareTo(SHORTEST) < 0 ? SHORTEST : all;
        });
    }

    private void describeEmptiness() {
        emptyText.set(endpoint.map(shown -> Emptiness.ofPage(shown, frame.get()))
                .orElseGet(() -> Messages.of("live.empty.no-deployment")));
        reasons.set(endpoint.map(this::reasons).orElse(Map.of()));
    }

    private Map<Chart, String> reasons(EndpointView shown) {
        if (read) {
            return Emptiness.ofCharts(shown, frame.get());
        }
        return lost.get() ? Emptiness.ofLostCharts() : Emptiness.ofUnreadCharts();
    }
}
