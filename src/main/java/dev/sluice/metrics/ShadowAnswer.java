package dev.sluice.metrics;

import dev.sluice.domain.DeploymentName;
import dev.sluice.metrics.MirrorMeter.Outcome;
import java.time.Duration;

/** What has become of the copy of one request that went to the shadow. */
public sealed interface ShadowAnswer {

    /** Whose the copy was. */
    DeploymentName shadow();

    /** It is on its way, or waits for its turn. */
    record Awaited(DeploymentName shadow) implements ShadowAnswer {}

    /**
     * The shadow answered, whatever it said.
     *
     * @param status as the model gave it
     * @param took from sending the copy to the last byte of the answer
     * @param contentType as the shadow said; may be empty
     * @param body its beginning, if it was long
     * @param size of the whole body, in bytes
     */
    record Given(DeploymentName shadow, int status, Duration took, String contentType, byte[] body, long size)
            implements ShadowAnswer {

        public boolean isCut() {
            return size > body.length;
        }
    }

    /** It ended without an answer. */
    record Missed(DeploymentName shadow, Outcome why) implements ShadowAnswer {}
}
