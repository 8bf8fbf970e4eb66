package dev.sluice.router.http;

import dev.sluice.metrics.AgreementMeter;
import dev.sluice.router.AnswerPair;
import dev.sluice.router.AnswerPair.Said;
import dev.sluice.router.Comparer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what both deployments said to one request, whoever is first. Without an answer of the shadow's there is
 * nothing to compare, which the ledger tells. For the lane's event loop only.
 */
final class Pairing {

    private final String requestId;
    private final AgreementMeter meter;
    private final Comparer comparer;
    private @Nullable Optional<Said> live;
    private @Nullable Optional<Said> shadow;

    Pairing(String requestId, AgreementMeter meter, Comparer comparer) {
        this.requestId = requestId;
        this.meter = meter;
        this.comparer = comparer;
    }

    /** @param said empty if there is no live answer, or none that can be compared */
    void live(Optional<Said> said) {
        live = said;
        compare();
    }

    /** @param said empty if it cannot be compared */
    void shadow(Optional<Said> said) {
        shadow = said;
        compare();
    }

    private void compare() {
        if (live == null || shadow == null) {
            return;
        }
        if (live.isPresent() && shadow.isPresent()) {
            comparer.take(new AnswerPair(requestId, live.get(), shadow.get(), meter));
        } else {
            meter.skipped();
        }
    }
}
