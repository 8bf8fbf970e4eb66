package dev.sluice.console.support.routing;

import dev.sluice.console.support.Notice;
import dev.sluice.console.support.NoticeBoard;
import dev.sluice.domain.Routing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What was changed at one endpoint, and the commands whose answer is still to come. For the UI thread only. */
final class RoutingTrack {

    /** A command under way; what it starts from is corrected when one before it turns out to be refused. */
    static final class Flight {

        private final UnaryOperator<Routing> step;
        private Routing before;

        private Flight(Routing before, UnaryOperator<Routing> step) {
            this.before = before;
            this.step = step;
        }

        private Routing after() {
            return step.apply(before);
        }
    }

    private final RoutingHistory history = new RoutingHistory();
    private final List<Flight> flights = new ArrayList<>();
    private Optional<Notice> notice = Optional.empty();
    private Optional<Routing> inForce = Optional.empty();
    private long seen = -1;
    private long answered;

    RoutingHistory history() {
        return history;
    }

    boolean isBusy() {
        return !flights.isEmpty();
    }

    /** What is in force as far as it is known here, whoever made it so; empty before anything was seen or done. */
    Optional<Routing> inForce() {
        return inForce;
    }

    /** A picture that is older than the last answer does not know yet what was done by it. */
    void saw(long revision, Routing routing) {
        if (revision >= answered) {
            inForce = Optional.of(routing);
            seen = revision;
        }
    }

    /** A command is sent; it starts from what those before it will have made. */
    Flight takeOff(Routing inForce, UnaryOperator<Routing> step) {
        var before =
                flights.isEmpty() ? inForce : flights.get(flights.size() - 1).after();
        var flight = new Flight(before, step);
        flights.add(flight);
        return flight;
    }

    /** It was carried out, which holds from {@code revision} on: a picture of that or later knows better what holds now. */
    RoutingChange land(Flight flight, long revision) {
        flights.remove(flight);
        var change = new RoutingChange(flight.before, flight.after());
        answered = Math.max(answered, revision);
        if (seen < revision) {
            inForce = Optional.of(change.after());
        }
        return change;
    }

    /** It was not carried out: those behind it start from where it had started. */
    void crash(Flight flight) {
        int place = flights.indexOf(flight);
        flights.remove(flight);
        var before = flight.before;
        for (var later : flights.subList(place, flights.size())) {
            later.before = before;
            before = later.after();
        }
    }

    void told(Notice newer) {
        notice = Optional.of(newer);
    }

    /** A notice with a button speaks of the last change only. */
    void dismissNotice(NoticeBoard board) {
        notice.ifPresent(board::dismiss);
        notice = Optional.empty();
    }
}
