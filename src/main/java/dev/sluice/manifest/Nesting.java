package dev.sluice.manifest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;

/**
 * Finds what must not be gone into: a text that is nested very deeply, or an alias within what it stands for. The library
 * would take long over the one, and follow the other for ever.
 */
final class Nesting {

    private static final int DEEPEST = 20;

    private final Deque<String> open = new ArrayDeque<>();

    private Nesting() {}

    /** The first such place; what comes after it is not looked at. */
    static Optional<Fault> fault(Iterable<Event> events) {
        var nesting = new Nesting();
        for (var event : events) {
            var fault = nesting.next(event);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> next(Event event) {
        if (event instanceof CollectionStartEvent start) {
            open.push(start.getAnchor() == null ? "" : start.getAnchor());
        } else if (event instanceof CollectionEndEvent) {
            open.pop();
        }
        if (open.size() > DEEPEST) {
            return Optional.of(new Fault(
                    event.getStartMark(),
                    "the file is nested more than " + DEEPEST + " levels deep",
                    "keep the file plain and flat"));
        }
        return event instanceof AliasEvent alias && open.contains(alias.getAnchor())
                ? Optional.of(new Fault(
                        event.getStartMark(),
                        "this alias is a part of what it stands for",
                        "write out what it is to stand for"))
                : Optional.empty();
    }

    record Fault(Mark mark, String message, String remedy) {}
}
