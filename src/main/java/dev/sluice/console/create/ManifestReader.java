package dev.sluice.console.create;

import dev.sluice.domain.AssetDefinition;
import dev.sluice.domain.DeploymentSpec;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Problem;
import java.nio.file.Path;
import java.util.List;

/** Reads the YAML file of an endpoint, a deployment, a model or an environment. Called away from the UI thread; an unreadable file is a problem too. */
public interface ManifestReader {

    Read read(Path file);

    /** What the file turned out to be. */
    sealed interface Read {

        /** @param withoutEffect a sentence for each key that is accepted and does nothing here */
        record Endpoint(EndpointSpec spec, List<String> withoutEffect) implements Read {
            public Endpoint {
                withoutEffect = List.copyOf(withoutEffect);
            }
        }

        /** @param withoutEffect a sentence for each key that is accepted and does nothing here */
        record Deployment(DeploymentSpec spec, List<String> withoutEffect) implements Read {
            public Deployment {
                withoutEffect = List.copyOf(withoutEffect);
            }
        }

        /**
         * A model or an environment, to be registered.
         *
         * @param withoutEffect a sentence for each key that is accepted and does nothing here
         */
        record Asset(AssetDefinition definition, List<String> withoutEffect) implements Read {
            public Asset {
                withoutEffect = List.copyOf(withoutEffect);
            }
        }

        record Bad(List<Problem> problems) implements Read {
            public Bad {
                problems = List.copyOf(problems);
            }
        }
    }
}
