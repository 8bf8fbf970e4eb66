package dev.sluice.control;

import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.TrafficSplit;
import java.time.Instant;

/** Something that happened to an endpoint and may be seen in what is measured. */
public record Change(Instant at, What what) {

    /** What has changed. */
    public sealed interface What {

        record Traffic(TrafficSplit before, TrafficSplit after) implements What {}

        record Mirrored(Mirror before, Mirror after) implements What {}

        record Created(DeploymentName deployment) implements What {}

        /** It is up for the first time. */
        record Ready(DeploymentName deployment) implements What {}

        /** It could not be brought up. */
        record GivenUp(DeploymentName deployment) implements What {}

        /** Its instances are replaced by ones of a newer definition. */
        record Updated(DeploymentName deployment) implements What {}

        record Scaled(DeploymentName deployment, int before, int after) implements What {}

        record Deleted(DeploymentName deployment) implements What {}

        /** An instance has ended without having been told to. */
        record Crashed(DeploymentName deployment, String instance, String reason) implements What {}
    }
}
