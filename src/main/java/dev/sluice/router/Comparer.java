package dev.sluice.router;

/**
 * Takes what the live deployment and the shadow said to the same request. Safe from any thread, and nothing of it waits: what
 * cannot be compared is counted as {@linkplain dev.sluice.metrics.AgreementMeter#skipped skipped}.
 */
public interface Comparer {

    /** Compares nothing. */
    Comparer NONE = pair -> pair.meter().skipped();

    void take(AnswerPair pair);
}
