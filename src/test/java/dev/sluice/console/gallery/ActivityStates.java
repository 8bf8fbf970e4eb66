package dev.sluice.console.gallery;

import java.util.List;

/** What the activity page can show. */
final class ActivityStates {

    static final List<State> ALL = List.of();

    private ActivityStates() {}
}
