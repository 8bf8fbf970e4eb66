package dev.sluice.manifest;

import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointSpec;
import java.util.List;

/** What a file describes, and what in it has no local effect (reference B7). */
public sealed interface Manifest {

    List<Notice> notices();

    record EndpointFile(EndpointSpec spec, List<Notice> notices) implements Manifest {
        public EndpointFile {
            notices = List.copyOf(notices);
        }
    }

    record DeploymentFile(DeploymentSpec spec, List<Notice> notices) implements Manifest {
        public DeploymentFile {
            notices = List.copyOf(notices);
        }
    }
}
