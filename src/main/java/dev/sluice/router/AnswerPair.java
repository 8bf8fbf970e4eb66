package dev.sluice.router;

import dev.sluice.metrics.AgreementMeter;

/**
 * What two deployments answered to the same request.
 *
 * @param requestId by which both know it
 * @param meter takes what came of comparing them
 */
public record AnswerPair(String requestId, Said live, Said shadow, AgreementMeter meter) {

    /**
     * @param status as the model gave it
     * @param body all of it
     */
    public record Said(int status, byte[] body) {}
}
