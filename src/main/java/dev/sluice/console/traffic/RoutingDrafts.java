package dev.sluice.console.traffic;

import dev.sluice.console.support.ChangeNote;
import dev.sluice.control.Fleet;
import dev.sluice.domain.EndpointName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The draft of each endpoint, kept while the page shows another one, and the note on what is applied next. For the UI
 * thread only.
 */
final class RoutingDrafts {

    private final Map<EndpointName, RoutingDraft> drafts = new HashMap<>();
    private final List<Runnable> readers = new ArrayList<>();

    /** The changes answer on the UI thread already. */
    private final ChangeNote note = new ChangeNote(Runnable::run);

    RoutingDraft of(EndpointName name) {
        return drafts.computeIfAbsent(name, unknown -> new RoutingDraft());
    }

    /** On the next change, of the split, the mirror or both: each has one of its own. */
    ChangeNote note() {
        return note;
    }

    void keepOnly(Fleet fleet) {
        drafts.keySet().removeIf(name -> fleet.endpoint(name).isEmpty());
    }

    /** {@code reader} is told whenever a draft, or what it is compared with, has changed. */
    void onTurn(Runnable reader) {
        readers.add(reader);
    }

    void turned() {
        readers.forEach(Runnable::run);
    }
}
