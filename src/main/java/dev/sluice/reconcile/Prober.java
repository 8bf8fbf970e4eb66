package dev.sluice.reconcile;

import dev.sluice.engine.Instance;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Asks an instance how it is. Safe from any thread. */
public interface Prober {

    /** Completes within {@code timeout}, never exceptionally. */
    CompletionStage<Finding> probe(Instance.Spot spot, Duration timeout);

    /** What a probe found. */
    enum Finding {
        /** Nobody answered: the scoring script's {@code init()} still runs. */
        SILENT,
        /** It answered, but not with 200. */
        NOT_READY,
        READY
    }
}
