package dev.sluice.manifest;

import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.EnvironmentDefinition;
import dev.sluice.domain.Mirror;
import dev.sluice.domain.ModelDefinition;
import dev.sluice.domain.TrafficSplit;
import java.util.List;
import java.util.Optional;

/** What a file describes, and what in it has no local effect (reference B7). */
public sealed interface Manifest {

    List<Notice> notices();

    /** Where its keys stand. */
    Places places();

    record EndpointFile(EndpointSpec spec, List<Notice> notices, Places places) implements Manifest {
        public EndpointFile {
            notices = List.copyOf(notices);
        }
    }

    /** An endpoint that is to be changed; traffic or mirror that the file does not speak of are to stay as they are. */
    record EndpointUpdate(
            EndpointSpec spec,
            Optional<TrafficSplit> traffic,
            Optional<Mirror> mirror,
            List<Notice> notices,
            Places places)
            implements Manifest {
        public EndpointUpdate {
            notices = List.copyOf(notices);
        }
    }

    record DeploymentFile(DeploymentSpec spec, List<Notice> notices, Places places) implements Manifest {
        public DeploymentFile {
            notices = List.copyOf(notices);
        }
    }

    record ModelFile(ModelDefinition model, List<Notice> notices, Places places) implements Manifest {
        public ModelFile {
            notices = List.copyOf(notices);
        }
    }

    record EnvironmentFile(EnvironmentDefinition environment, List<Notice> notices, Places places) implements Manifest {
        public EnvironmentFile {
            notices = List.copyOf(notices);
        }
    }
}
