package dev.sluice.console.activity;

import dev.sluice.control.RolloutControl;
import dev.sluice.domain.Activity;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The journal down to its first entry, page by page, so that no answer is too large. Safe from any thread. */
record OlderActivity(RolloutControl control, int page) {

    /** Newest first. */
    CompletionStage<List<Activity>> before(long number) {
        return control.olderActivity(number, page).thenCompose(this::andBefore);
    }

    private CompletionStage<List<Activity>> andBefore(List<Activity> entries) {
        return entries.size() < page
                ? CompletableFuture.completedFuture(entries)
                : before(entries.get(entries.size() - 1).number())
                        .thenApply(rest ->
                                Stream.concat(entries.stream(), rest.stream()).toList());
    }
}
