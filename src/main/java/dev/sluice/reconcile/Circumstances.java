package dev.sluice.reconcile;

import dev.sluice.domain.PackageDifference;
import java.time.Duration;
import java.util.List;

/**
 * What has to be known of an instance besides its log to say why it ended.
 *
 * @param budget how long it had to become ready
 * @param probes the newest looks at its health
 * @param code what it ran
 * @param differences which packages its environment has otherwise than its conda file asks for
 */
record Circumstances(Duration budget, List<Probing> probes, CodeCopy code, List<PackageDifference> differences) {

    Circumstances {
        probes = List.copyOf(probes);
        differences = List.copyOf(differences);
    }

    /** Whether anybody has ever answered a probe. */
    boolean wasHeard() {
        return probes.stream().anyMatch(probing -> probing.finding() != Prober.Finding.SILENT);
    }
}
