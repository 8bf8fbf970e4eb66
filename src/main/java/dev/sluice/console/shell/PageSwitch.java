package dev.sluice.console.shell;

import dev.sluice.console.support.Command;
import dev.sluice.console.support.KeyHint;
import dev.sluice.console.support.Page;
import dev.sluice.console.support.Selection;
import dev.sluice.control.Fleet;
import java.util.List;
import java.util.Optional;

/** Keeps exactly one page open: the one on screen, and none while nothing is chosen. For the UI thread only. */
final class PageSwitch {

    private Optional<Page> open = Optional.empty();
    private Selection selection = new Selection.Nothing();

    /** {@code page} is to be on screen for {@code wanted}. Closes what was open before, unless it is just that. */
    void open(Page page, Selection wanted, Fleet fleet) {
        if (open.isPresent() && open.get() == page && selection.equals(wanted)) {
            return;
        }
        close();
        open = Optional.of(page);
        selection = wanted;
        page.open(wanted, fleet);
    }

    void show(Fleet fleet) {
        open.ifPresent(page -> page.show(fleet));
    }

    /** What the open page offers to do; nothing while none is open. */
    List<Command> commands() {
        return open.map(Page::commands).orElse(List.of());
    }

    /** The open page's own keys; none while none is open. */
    List<KeyHint> keys() {
        return open.map(Page::keys).orElse(List.of());
    }

    void close() {
        open.ifPresent(Page::close);
        open = Optional.empty();
    }
}
