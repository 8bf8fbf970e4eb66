package dev.sluice.console.traffic;

import dev.sluice.console.support.ChangeNote;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.NoticeBoard;
import dev.sluice.control.Fleet;
import dev.sluice.domain.EndpointName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The draft of each endpoint, kept while the page shows another one, and the note on what is applied next. For the UI
 * thread only.
 */
final class RoutingDrafts {

    private final Map<EndpointName, RoutingDraft> drafts = new HashMap<>();

    /** What is written on those that are not shown. */
    private final Map<EndpointName, String> notes = new HashMap<>();

    private Optional<EndpointName> shown = Optional.empty();
    private final List<Runnable> readers = new ArrayList<>();
    private final NoticeBoard notices;

    /** The changes answer on the UI thread already. */
    private final ChangeNote note = new ChangeNote(Runnable::run);

    /** @param notices where it is told that a draft has become void */
    RoutingDrafts(NoticeBoard notices) {
        this.notices = notices;
    }

    RoutingDraft of(EndpointName name) {
        return drafts.computeIfAbsent(name, unknown -> new RoutingDraft());
    }

    /** On the next change of the endpoint that is shown, of the split, the mirror or both: each has one of its own. */
    ChangeNote note() {
        return note;
    }

    /** From now on the note is on this endpoint's next change. */
    void show(EndpointName name) {
        shown.ifPresent(former -> notes.put(former, note.textProperty().get()));
        shown = Optional.of(name);
        note.textProperty().set(notes.getOrDefault(name, ""));
    }

    /** A part of an endpoint's draft was thrown away; with the last of it goes what was written on it. */
    void discarded(EndpointName name) {
        if (!of(name).isChanged()) {
            note.clear();
        }
    }

    /** Drafts of endpoints that are gone go too: whoever was at work on one did not delete it, and is told. */
    void keepOnly(Fleet fleet) {
        notes.keySet().removeIf(name -> fleet.endpoint(name).isEmpty());
        drafts.entrySet().removeIf(entry -> {
            boolean isGone = fleet.endpoint(entry.getKey()).isEmpty();
            if (isGone) {
                tell(entry.getKey(), entry.getValue());
            }
            return isGone;
        });
    }

    private void tell(EndpointName name, RoutingDraft lost) {
        var words = lost.inWords();
        if (!words.isEmpty()) {
            notices.worthKnowing(
                    Messages.of("traffic.draft.gone", name), List.of(Messages.of("traffic.draft.gone.what", words)));
        }
    }

    /** {@code reader} is told whenever a draft, or what it is compared with, has changed. */
    void onTurn(Runnable reader) {
        readers.add(reader);
    }

    void turned() {
        readers.forEach(Runnable::run);
    }
}
