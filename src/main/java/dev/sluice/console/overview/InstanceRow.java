package dev.sluice.console.overview;

import dev.sluice.console.support.ConditionMark;
import dev.sluice.console.support.Elapsed;
import dev.sluice.console.support.Messages;
import dev.sluice.control.Fleet.InstanceView;
import dev.sluice.control.Fleet.Probing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One instance of the list. */
record InstanceRow(
        String name,
        ConditionMark mark,
        String version,
        String address,
        int inFlight,
        String cpu,
        String memory,
        String age,
        List<Probing> probes) {

    InstanceRow {
        probes = List.copyOf(probes);
    }

    static InstanceRow of(InstanceView instance, Instant now) {
        return new InstanceRow(
                instance.name(),
                ConditionMark.of(instance.condition()),
                Messages.of("overview.version", instance.life().generation()),
                instance.address(),
                instance.inFlight(),
                instance.usage()
                        .map(usage -> Messages.of("overview.usage.cores", usage.cores()))
                        .orElse(Messages.of("overview.usage.unknown")),
                instance.usage()
                        .map(usage -> Messages.of("overview.usage.memory", usage.memoryBytes() >> 20))
                        .orElse(Messages.of("overview.usage.unknown")),
                Elapsed.text(Duration.between(instance.life().started(), now)),
                instance.life().probes());
    }
}
